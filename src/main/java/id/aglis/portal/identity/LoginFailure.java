package id.aglis.portal.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The failures in a row of one login name, whether or not anybody has it. Five lock it for five minutes, ten for an hour; never for longer,
 * or a stranger could keep the owner out. After a day without failures the count starts anew.
 */
@Entity
@Table(name = "login_failures")
public class LoginFailure {

    static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
    private static final int FEW = 5;
    private static final int MANY = 10;
    private static final Duration SHORT_LOCK = Duration.ofMinutes(5);
    private static final Duration LONG_LOCK = Duration.ofHours(1);

    @Id
    private String login;
    private int failures;
    @Column(name = "last_failed_at")
    private Instant lastFailedAt;
    @Column(name = "locked_until")
    private Instant lockedUntil;

    protected LoginFailure() {
    }

    LoginFailure(String login) {
        this.login = login;
        this.lastFailedAt = Instant.EPOCH;
    }

    /** The end of the lock, if there is one at {@code now}. */
    Optional<Instant> lockedUntil(Instant now) {
        return Optional.ofNullable(lockedUntil).filter(now::isBefore);
    }

    void add(Instant now) {
        failures = now.isBefore(lastFailedAt.plus(FORGOTTEN_AFTER)) ? failures + 1 : 1;
        lastFailedAt = now;
        lockedUntil = lockAfter(failures).map(now::plus).orElse(null);
    }

    private static Optional<Duration> lockAfter(int failures) {
        if (failures < FEW) {
            return Optional.empty();
        }
        return Optional.of(failures < MANY ? SHORT_LOCK : LONG_LOCK);
    }
}
