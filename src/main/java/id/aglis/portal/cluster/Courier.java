package id.aglis.portal.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Brings the bus what it is to carry: at once when it has been quiet, and otherwise everything that has come in since the last time. A
 * clustered event takes about a millisecond of processor time on each instance, whatever it holds; so the more comes in, the longer it waits
 * for more, and under load the order costs a small share of the machine instead of half of it.
 */
final class Courier {

    private static final Logger LOGGER = System.getLogger(Courier.class.getName());
    /** Between two messages; little of what people notice, and some hundred messages a second at most. */
    private static final long PAUSE_NANOS = 4_000_000;
    /** What each part beyond the first adds to the pause that follows. */
    private static final long PART_NANOS = 1_000_000;
    /** Some fifty messages a second under load; a reader of the log has more patience than that with what comes out of order. */
    private static final long LONGEST_NANOS = 20_000_000;
    /** Bytes in a message, more only for a single large part. */
    private static final int MESSAGE = 500_000;
    /** Bytes that may wait. What is dropped beyond them was volatile, or is read from the log. */
    private static final int WAITING = 16_000_000;

    private final Bus bus;
    private final Executor executor;
    private final LongConsumer sleep;
    private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicBoolean running = new AtomicBoolean();

    /** @param executor gives a thread that may wait */
    Courier(Bus bus, Executor executor) {
        this(bus, executor, LockSupport::parkNanos);
    }

    Courier(Bus bus, Executor executor, LongConsumer sleep) {
        this.bus = bus;
        this.executor = executor;
        this.sleep = sleep;
    }

    /** Takes a part of a message from any thread, and does not wait. */
    void take(byte[] part) {
        if (waitingBytes.addAndGet(part.length) > WAITING) {
            waitingBytes.addAndGet(-part.length);
            return;
        }
        waiting.add(part);
        if (running.compareAndSet(false, true)) {
            executor.execute(this::run);
        }
    }

    private void run() {
        do {
            for (List<byte[]> parts = next(); !parts.isEmpty(); parts = next()) {
                publish(BusMessage.of(parts));
                sleep.accept(Math.min(LONGEST_NANOS, PAUSE_NANOS + PART_NANOS * (parts.size() - 1)));
            }
            running.set(false);
        } while (!waiting.isEmpty() && running.compareAndSet(false, true));
    }

    private List<byte[]> next() {
        List<byte[]> parts = new ArrayList<>();
        int bytes = 0;
        byte[] part;
        while (bytes < MESSAGE && (part = waiting.poll()) != null) {
            parts.add(part);
            bytes += part.length;
        }
        waitingBytes.addAndGet(-bytes);
        return parts;
    }

    private void publish(byte[] message) {
        try {
            bus.publish(message);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The bus of the cluster did not take a message.", e);
        }
    }
}
