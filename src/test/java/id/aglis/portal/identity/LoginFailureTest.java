package id.aglis.portal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginFailureTest {

    private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");

    private final LoginFailure failure = new LoginFailure("admin");

    @Test
    void four_failures_lock_nothing() {
        fail(4);

        assertEquals(Optional.empty(), failure.lockedUntil(NOW));
    }

    @ParameterizedTest
    @CsvSource({"5, PT5M", "9, PT5M", "10, PT1H", "14, PT1H", "15, PT1H", "1000, PT1H"})
    void more_failures_lock_longer_but_never_for_ever(int failures, Duration lock) {
        fail(failures);

        assertEquals(Optional.of(NOW.plus(lock)), failure.lockedUntil(NOW));
    }

    @Test
    void a_lock_ends_by_itself() {
        fail(5);

        assertEquals(Optional.empty(), failure.lockedUntil(NOW.plus(Duration.ofMinutes(5))));
    }

    @Test
    void a_day_without_failures_starts_the_count_anew() {
        fail(14);
        failure.add(NOW.plus(Duration.ofHours(24)));

        assertEquals(Optional.empty(), failure.lockedUntil(NOW.plus(Duration.ofHours(24))));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            failure.add(NOW);
        }
    }
}
