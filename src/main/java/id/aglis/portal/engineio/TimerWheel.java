package id.aglis.portal.engineio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * All deadlines of all sessions behind one timer: a ring of buckets, one visited per tick. Tasks run on the timer's thread up to one
 * tick late, never early, and only hand work on.
 */
public final class TimerWheel implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(TimerWheel.class.getName());
    private static final int TICK = 20;
    private static final int BUCKETS = 512;

    private final LongSupplier clock;
    private final List<List<Timeout>> buckets = new ArrayList<>(BUCKETS);
    private volatile boolean closed;
    private volatile long now;
    private long visited;

    /** @param clock monotonic milliseconds */
    TimerWheel(LongSupplier clock) {
        this.clock = clock;
        this.now = clock.getAsLong();
        this.visited = now / TICK;
        for (int i = 0; i < BUCKETS; i++) {
            buckets.add(new ArrayList<>());
        }
    }

    /**
     * A wheel that turns until it is closed.
     *
     * @param threads gives it a thread of its own; a container's timer would restore its contexts at every tick, a tenth of a core's time
     */
    static TimerWheel started(Executor threads) {
        TimerWheel wheel = new TimerWheel(() -> System.nanoTime() / 1_000_000);
        threads.execute(wheel::turn);
        return wheel;
    }

    private void turn() {
        while (!closed) {
            LockSupport.parkNanos(TICK * 1_000_000L);
            tick();
        }
    }

    /** Exact monotonic milliseconds. */
    long now() {
        return clock.getAsLong();
    }

    /** Monotonic milliseconds as of the last tick: for what happens too often to ask the clock. */
    long coarseNow() {
        return now;
    }

    /** Runs the task once, so many milliseconds from now. */
    public Timeout after(long milliseconds, Runnable task) {
        return at(now() + Math.max(0, milliseconds), task);
    }

    /** A deadline that has passed goes into the bucket visited next; its own would be visited after a whole turn only. */
    Timeout at(long deadline, Runnable task) {
        Timeout timeout = new Timeout(deadline, task);
        List<Timeout> bucket = buckets.get((int) (Math.max(deadline, now + TICK) / TICK % BUCKETS));
        synchronized (bucket) {
            bucket.add(timeout);
        }
        return timeout;
    }

    void tick() {
        now = clock.getAsLong();
        long current = now / TICK;
        for (long tick = Math.max(visited, current - BUCKETS + 1); tick <= current; tick++) {
            expire(buckets.get((int) (tick % BUCKETS)));
        }
        visited = current;
    }

    /** A bucket is visited again in the tick after its own, since a deadline lies anywhere inside its tick. */
    private void expire(List<Timeout> bucket) {
        List<Timeout> due = new ArrayList<>();
        synchronized (bucket) {
            bucket.removeIf(timeout -> timeout.isOver(now) && due.add(timeout));
        }
        due.forEach(Timeout::run);
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Something that will happen unless cancelled. */
    public static final class Timeout {

        private final long deadline;
        private volatile Runnable task;

        private Timeout(long deadline, Runnable task) {
            this.deadline = deadline;
            this.task = task;
        }

        public void cancel() {
            task = null;
        }

        private boolean isOver(long now) {
            return task == null || deadline <= now;
        }

        private void run() {
            Runnable taken = task;
            if (taken == null) {
                return;
            }
            try {
                taken.run();
            } catch (RuntimeException e) {
                LOGGER.log(Level.ERROR, "A task of the timer failed.", e);
            }
        }
    }
}
