package id.aglis.portal.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One WebSocket for each instance of a cluster that asks it for broadcasts at a steady rate, all of them on the caller's thread. An event
 * carries the time it was due, not the time it could be sent, so that a server which stops reading is not spared the wait (no coordinated
 * omission).
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

    private Publishers(List<Target> instances, IntFunction<Events> events) {
        for (int i = 0; i < instances.size(); i++) {
            sources.add(new Source(Transport.WEBSOCKET.open(loop, instances.get(i), this), events.apply(i)));
        }
        long deadline = System.nanoTime() + CONNECT_NANOS;
        while (connected < sources.size()) {
            turn();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The publishers could not connect within 10 s.");
            }
        }
    }

    /** One, whose events of {@code bytes} bytes leave one by one. */
    static Publishers on(Target instance, int bytes) {
        return new Publishers(List.of(instance), index -> new Events((due, count) -> Stamped.packet(due, bytes), false));
    }

    /**
     * One on each instance. Each counts its events, so that whoever hears them can tell whether one is missing; what is due within the same
     * millisecond leaves in one write.
     *
     * @param first name of the first publisher; the others follow
     */
    static Publishers counting(List<Target> instances, int first) {
        return new Publishers(instances,
                index -> new Events((due, count) -> Stamped.numberedPacket(due, Stamped.number(first + index, count)), true));
    }

    @Override
    public void connected(Client self) {
        connected++;
    }

    /** Publishes for {@code duration}, on all instances in equal shares; what they have not let it send by then stays unsent. */
    void publish(double perSecond, Duration duration) {
        publish(IntStream.range(0, sources.size()).boxed().toList(), perSecond, duration);
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

    /**
     * What a publisher sends.
     *
     * @param packet    makes the packet of an event
     * @param byTheTick whether many events a second are due together, at the full millisecond, and leave in one write
     */
    private record Events(Packet packet, boolean byTheTick) { }

    private interface Packet {
        String of(long due, long count);
    }

    private static final class Source {

        private final Client client;
        private final Events events;
        private long count;
        private long start;
        private double perSecond;
        private long total;
        private long sent;

        Source(Client client, Events events) {
            this.client = client;
            this.events = events;
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

        long due() {
            return events.byTheTick() && perSecond > TICKS_PER_SECOND
                    ? start + (long) (sent * TICKS_PER_SECOND / perSecond) * TICK_NANOS
                    : start + (long) (sent * 1e9 / perSecond);
        }

        void sendWhatIsDue() {
            List<String> packets = new ArrayList<>();
            for (long due = due(); !isDone() && due <= System.nanoTime() && !client.isCongested(); due = due()) {
                packets.add(events.packet().of(due, count++));
                sent++;
                if (!events.byTheTick()) {
                    client.emit(packets.remove(0));
                }
            }
            if (!packets.isEmpty()) {
                client.emit(packets);
            }
        }
    }
}
