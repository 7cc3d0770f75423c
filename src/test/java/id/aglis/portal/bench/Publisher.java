package id.aglis.portal.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * One WebSocket that asks the server for broadcasts at a steady rate, on the caller's thread. An event carries the time it was due, not the
 * time it could be sent, so that a server which stops reading is not spared the wait (no coordinated omission).
 */
final class Publisher implements ClientListener, AutoCloseable {

    private static final long LONGEST_PARK_NANOS = 1_000_000;
    private static final long CONNECT_NANOS = 10_000_000_000L;

    private final EventLoop loop = new EventLoop();
    private final Client client;
    private final int payloadBytes;
    private boolean connected;
    private String closed;

    Publisher(Target target) {
        this(target, Stamped.PAYLOAD_BYTES);
    }

    Publisher(Target target, int payloadBytes) {
        this.payloadBytes = payloadBytes;
        client = Transport.WEBSOCKET.open(loop, target, this);
        long deadline = System.nanoTime() + CONNECT_NANOS;
        while (!connected) {
            turn();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The publisher could not connect within 10 s.");
            }
        }
    }

    @Override
    public void connected(Client self) {
        connected = true;
    }

    /** Publishes for {@code duration}; what the server has not let it send by then stays unsent. */
    void publish(double perSecond, Duration duration) {
        long total = Math.round(perSecond * duration.toNanos() / 1e9);
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        long published = 0;
        while (published < total && !(client.isCongested() && System.nanoTime() >= end)) {
            long due = start + (long) (published * 1e9 / perSecond);
            if (client.isCongested() || System.nanoTime() < due) {
                LockSupport.parkNanos(Math.min(LONGEST_PARK_NANOS, Math.max(50_000, due - System.nanoTime())));
                turn();
            } else {
                client.emit(Stamped.packet(due, payloadBytes));
                published++;
            }
        }
    }

    /** Stays connected and answers heartbeats while nothing is published. */
    void idle(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            loop.turn(10);
        }
    }

    private void turn() {
        loop.turn(0);
        if (closed != null) {
            throw new PublisherLost(closed);
        }
    }

    @Override
    public void closed(Client self, String reason) {
        closed = reason;
    }

    @Override
    public void close() {
        client.close();
        loop.close();
    }
}
