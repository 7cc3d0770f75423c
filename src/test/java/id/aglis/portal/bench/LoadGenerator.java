package id.aglis.portal.bench;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;

/**
 * Thousands of subscribers on one thread and one publisher on the caller's. A broadcast is timed from the moment it was due to be published
 * until a subscriber has read it.
 */
public final class LoadGenerator implements AutoCloseable {

    /** Few enough that no server's accept queue is the limit. */
    private static final int IN_FLIGHT = 64;
    private static final long OPEN_SECONDS = 120;
    /** How long deliveries may come after the last event was published before they count as missing. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Target target;
    private final LoopThread thread = new LoopThread();
    private final Deliveries deliveries = new Deliveries();
    private final Fleet fleet;
    private final int subscribers;
    private final Publishers publisher;

    /** Opens all subscribers, then the publisher. */
    LoadGenerator(Target target, Transport transport, int subscribers) throws InterruptedException, TimeoutException {
        this.target = target;
        this.subscribers = subscribers;
        this.fleet = new Fleet(thread.loop(), target, transport, deliveries);
        thread.await(fleet.open(subscribers, IN_FLIGHT), OPEN_SECONDS);
        this.publisher = Publishers.on(target, Stamped.PAYLOAD_BYTES);
    }

    /** Publishes at a steady rate for {@code duration} and says what arrived. */
    Broadcasts broadcast(double perSecond, Duration duration) {
        Duration cpuBefore = target.cpuTime();
        deliveries.begin();
        publisher.publish(perSecond, duration);
        Histogram all = deliveries.take();
        long inTime = all.getTotalCount();
        publisher.idle(GRACE);
        all.add(deliveries.take());
        long expected = Math.round(perSecond * duration.toNanos() / 1e9) * subscribers;
        return new Broadcasts(perSecond * subscribers, expected, inTime, fleet.lost(), Percentiles.of(all),
                target.cpuMicrosEach(cpuBefore, all.getTotalCount()));
    }

    @Override
    public void close() {
        fleet.close();
        publisher.close();
        thread.close();
    }
}
