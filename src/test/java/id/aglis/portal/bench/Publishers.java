package id.aglis.portal.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One WebSocket for each instance of a cluster that asks it for broadcasts, all of them on the caller's thread. Each counts its events, so
 * that whoever hears them can tell whether one is missing. An event carries the time it was due, like those of a {@link Publisher}; what is
 * due within the same millisecond leaves in one write.
 */
final class Publishers implements ClientListener, AutoCloseable {

    private static final double TICKS_PER_SECOND = 1_000;
    private static final long TICK_NANOS = 1_000_000;
    private static final long SHORTEST_PARK_NANOS = 50_000;
    private static final long CONNECT_NANOS = 10_000_000_000L;

    private final EventLoop loop = new EventLoop();
    private final List<Source> sources = new ArrayList<>();
    private int connected;
    private String closed;

    /** @param first name of the first publisher; the others follow */
    Publishers(List<Target> instances, int first) {
        instances.forEach(instance -> sources.add(new Source(first + sources.size(), Transport.WEBSOCKET.open(loop, instance, this))));
        long deadline = System.nanoTime() + CONNECT_NANOS;
        while (connected < sources.size()) {
            turn();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The publishers could not connect within 10 s.");
            }
        }
    }

    @Override
    public void connected(Client self) {
        connected++;
    }

    /**
     * Publishes for {@code duration}, on the instances with these indexes in equal shares; what they have not let it send by then stays unsent.
     */
    void publish(List<Integer> instances, double perSecond, Duration duration) {
        List<Source> chosen = instances.stream().map(sources::get).toList();
        double each = perSecond / chosen.size();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        for (int i = 0; i < chosen.size(); i++) {
            chosen.get(i).begin(start + (long) (i * 1e9 / perSecond), each, Math.round(each * duration.toNanos() / 1e9));
        }
        while (chosen.stream().anyMatch(source -> !source.isDone() && !(source.client.isCongested() && System.nanoTime() >= end))) {
            chosen.forEach(Source::sendWhatIsDue);
            rest(chosen);
        }
    }

    private void rest(List<Source> chosen) {
        long due = chosen.stream().filter(source -> !source.isDone()).mapToLong(source -> source.due() - System.nanoTime()).min().orElse(0);
        LockSupport.parkNanos(Math.min(TICK_NANOS, Math.max(SHORTEST_PARK_NANOS, due)));
        turn();
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

    /** Events of each publisher since it connected. */
    long[] published() {
        return sources.stream().mapToLong(source -> source.count).toArray();
    }

    @Override
    public void closed(Client self, String reason) {
        closed = reason;
    }

    @Override
    public void close() {
        sources.forEach(source -> source.client.close());
        loop.close();
    }

    private static final class Source {

        private final int name;
        private final Client client;
        private long count;
        private long start;
        private double perSecond;
        private long total;
        private long sent;

        Source(int name, Client client) {
            this.name = name;
            this.client = client;
        }

        void begin(long start, double perSecond, long total) {
            this.start = start;
            this.perSecond = perSecond;
            this.total = total;
            this.sent = 0;
        }

        boolean isDone() {
            return sent >= total;
        }

        /** Many events a second are due together, at the full millisecond. */
        long due() {
            return perSecond <= TICKS_PER_SECOND
                    ? start + (long) (sent * 1e9 / perSecond)
                    : start + (long) (sent * TICKS_PER_SECOND / perSecond) * TICK_NANOS;
        }

        void sendWhatIsDue() {
            long now = System.nanoTime();
            List<String> packets = new ArrayList<>();
            for (long due = due(); !isDone() && due <= now && !client.isCongested(); due = due()) {
                packets.add(Stamped.numberedPacket(due, Stamped.number(name, count++)));
                sent++;
            }
            if (!packets.isEmpty()) {
                client.emit(packets);
            }
        }
    }
}
