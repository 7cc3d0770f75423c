package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLI = 1_000_000;

    private final List<Long> rests = new ArrayList<>();
    private long clock;
    private long processor;
    private long overslept;
    private final Pace pace = new Pace(() -> clock, () -> processor, this::sleep);

    @Test
    void does_not_rest_after_rounds_that_hardly_had_to_wait_however_long_they_took() {
        pace.begin();
        round(500, 500);
        round(5, 3);
        assertEquals(List.of(), rests);
    }

    @Test
    void rests_the_longer_the_longer_a_round_had_to_wait_for_a_processor() {
        pace.begin();
        round(15, 10);
        round(20, 10);
        assertEquals(List.of(20L, 40L), rests);
    }

    @Test
    void rests_no_longer_than_a_round_was_worth_and_never_longer_than_a_twentieth_of_a_second() {
        pace.begin();
        round(40, 2);
        round(5_000, 100);
        assertEquals(List.of(8L, 50L), rests);
    }

    @Test
    void takes_a_rest_that_was_too_long_for_a_sign_that_processors_are_scarce() {
        pace.begin();
        overslept = 5;
        round(20, 10);
        overslept = 0;
        round(10, 10);
        round(10, 10);
        assertEquals(List.of(40L, 20L), rests);
    }

    @Test
    void knows_nothing_of_the_time_before_it_began() {
        clock += 1_000 * MILLI;
        pace.begin();
        round(10, 10);
        assertEquals(List.of(), rests);
    }

    private void round(long millis, long processorMillis) {
        clock += millis * MILLI;
        processor += processorMillis * MILLI;
        pace.rest();
    }

    private void sleep(long nanos) {
        rests.add(nanos / MILLI);
        clock += nanos + overslept * MILLI;
    }
}
