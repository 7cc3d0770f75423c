package id.aglis.portal.socketio;

import id.aglis.portal.cluster.LogConfig;
import java.time.Duration;

/**
 * How clients that lost their connection get back what they had and missed.
 *
 * @param packets   events one client may have missed; with more it begins afresh
 * @param bytes     the same in bytes; less than may be queued for one client
 * @param perSecond clients taken back per second; those that come faster wait their turn
 * @param patience  how long one may wait for its turn, or for this instance to have heard what the client has; then it begins afresh
 * @param log       what the log keeps
 */
public record RecoveryConfig(int packets, int bytes, int perSecond, Duration patience, LogConfig log) {

    /** Some ten minutes of a busy portal. */
    private static final int REMEMBERED = 32_768;

    public RecoveryConfig {
        if (packets < 0 || bytes < 0 || perSecond < 1 || patience.isNegative()) {
            throw new IllegalArgumentException("Limits of recovery are not negative, and clients come back one at a time at least.");
        }
    }

    /**
     * Age at which the record of a connection is written again, with what its client is known to have received: a third of the time for
     * which the log keeps an event, so that nobody who reads along is ever further behind.
     */
    Duration renewal() {
        return log.timeToLive().dividedBy(3);
    }

    /** Places in the log after which it is written again even earlier: a quarter of those there are. */
    long advance() {
        return Math.max(1, log.capacity() / 4);
    }

    /** Events of the log that each instance remembers itself, so that clients who come back all at once need not read the log. */
    int remembered() {
        return Math.min(REMEMBERED, log.capacity());
    }

    /** How long a record is kept after it was last written: it outlives the last thing that its client may have missed. */
    public Duration recordLife() {
        return log.timeToLive().plus(renewal()).plusSeconds(1);
    }
}
