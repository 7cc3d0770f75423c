package id.aglis.portal.socketio;

import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Spreads what comes all at once evenly over time. */
final class Turns {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000 * NANOS_PER_MILLI;

    private final long pause;
    private final long patience;
    private final LongSupplier nanoTime;
    private long next;

    /** @param patience the longest wait, in milliseconds */
    Turns(int perSecond, long patience, LongSupplier nanoTime) {
        this.pause = NANOS_PER_SECOND / perSecond;
        this.patience = patience * NANOS_PER_MILLI;
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    /** Milliseconds until its turn; empty, and no turn, when that would be too long. */
    synchronized OptionalLong take() {
        long now = nanoTime.getAsLong();
        long turn = Math.max(now, next);
        if (turn - now > patience) {
            return OptionalLong.empty();
        }
        next = turn + pause;
        return OptionalLong.of((turn - now) / NANOS_PER_MILLI);
    }
}
