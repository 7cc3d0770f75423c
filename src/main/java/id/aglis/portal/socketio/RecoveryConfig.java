package id.aglis.portal.socketio;

import id.aglis.portal.cluster.LogConfig;
import java.time.Duration;

/**
 * How clients that lost their connection get back what they had and missed.
 *
 * @param packets   events one client may have missed; with more it begins afresh
 * @param bytes     the same in bytes
 * @param perSecond clients taken back per second; those that come faster wait their turn
 * @param patience  how long one may wait for its turn, or for this instance to have heard what the client has; then it begins afresh
 * @param renewal   age at which the record of a connection is written again, with what its client is known to have received
 * @param advance   positions in the log after which it is written again earlier than that
 */
public record RecoveryConfig(int packets, int bytes, int perSecond, Duration patience, Duration renewal, long advance) {

    public RecoveryConfig {
        if (packets < 0 || bytes < 0 || perSecond < 1 || advance < 1) {
            throw new IllegalArgumentException("Limits of recovery are no negative numbers, and clients come back one at a time at least.");
        }
        if (patience.isNegative() || renewal.isNegative() || renewal.isZero()) {
            throw new IllegalArgumentException("Times of recovery are not negative.");
        }
    }

    /** A third of the time for which the log keeps an event: nobody who reads along is ever further behind. */
    public static Duration renewalFor(LogConfig log) {
        return log.timeToLive().dividedBy(3);
    }

    /** A quarter of the places that the log has. */
    public static long advanceFor(LogConfig log) {
        return Math.max(1, log.capacity() / 4);
    }

    public static RecoveryConfig defaults() {
        return new RecoveryConfig(1_000, 1_000_000, 500, Duration.ofSeconds(10), Duration.ofMinutes(10), 25_000);
    }
}
