package id.aglis.portal.socketio;

import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Puts a rest between rounds of writing where processors are scarce. Each write costs the kernel, the proxy and the client as much as this
 * instance, and many small rounds would leave nothing to those who publish, connect, or carry what is to be written. So a round that had to
 * wait for a processor is followed by a rest in which more comes together for the next; with processors to spare there is none, and
 * every event leaves at once. Used by one thread at a time.
 */
final class Pace {

    /** Waits that a scheduler, or the collection of garbage, imposes on anybody. */
    private static final long USUAL_NANOS = 3_000_000;
    private static final long FACTOR = 4;
    /** What people hardly notice. */
    private static final long LONGEST_NANOS = 50_000_000;

    private final LongSupplier clock;
    private final LongSupplier processor;
    private final LongConsumer sleep;
    private long since;
    private long used;

    Pace() {
        this(System::nanoTime, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime, LockSupport::parkNanos);
    }

    /** @param processor time that the present thread has had */
    Pace(LongSupplier clock, LongSupplier processor, LongConsumer sleep) {
        this.clock = clock;
        this.processor = processor;
        this.sleep = sleep;
    }

    /** Before the first of several rounds. */
    void begin() {
        since = clock.getAsLong();
        used = processor.getAsLong();
    }

    /** After each round; a short one is not worth a long rest. What a rest takes longer than it should counts as waiting, too. */
    void rest() {
        long worked = processor.getAsLong() - used;
        long waited = clock.getAsLong() - since - worked;
        long pause = waited > USUAL_NANOS ? Math.min(LONGEST_NANOS, FACTOR * Math.min(waited, worked)) : 0;
        begin();
        if (pause > 0) {
            sleep.accept(pause);
            since += pause;
        }
    }
}
