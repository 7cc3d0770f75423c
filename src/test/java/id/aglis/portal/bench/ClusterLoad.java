package id.aglis.portal.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** Subscribers on instances of a cluster, on one thread, and a publisher on each instance, on the caller's. */
final class ClusterLoad implements AutoCloseable {

    private static final int IN_FLIGHT = 64;
    private static final long OPEN_SECONDS = 120;
    private static final long ANSWER_SECONDS = 60;
    /** How long deliveries may come after the last event was published before they count as missing. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** Names of publishers; none is used again, since servers that fell behind still say what former ones have published. */
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final List<Target> instances;
    private final List<Fleet> fleets = new ArrayList<>();
    private final LoopThread thread = new LoopThread();
    private final OrderedDeliveries deliveries;
    private final Publishers publishers;
    private final int subscribers;

    /** @param sockets how many on each instance */
    ClusterLoad(List<Target> instances, List<Integer> sockets) throws InterruptedException, TimeoutException {
        this.instances = instances;
        int firstPublisher = NAMES.getAndAdd(instances.size());
        this.deliveries = new OrderedDeliveries(firstPublisher, instances.size());
        this.subscribers = sockets.stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < instances.size(); i++) {
            if (sockets.get(i) > 0) {
                Fleet fleet = new Fleet(thread.loop(), instances.get(i), Transport.WEBSOCKET, deliveries);
                thread.await(fleet.open(sockets.get(i), IN_FLIGHT), OPEN_SECONDS);
                fleets.add(fleet);
            }
        }
        this.publishers = Publishers.counting(instances, firstPublisher);
    }

    /** Publishes at a steady rate on all instances, in equal shares. */
    Series broadcast(double perSecond, Duration duration) throws InterruptedException, TimeoutException {
        return broadcast(IntStream.range(0, instances.size()).boxed().toList(), perSecond, duration);
    }

    /** Publishes at a steady rate on the instances with these indexes, in equal shares, and says what arrived. */
    Series broadcast(List<Integer> where, double perSecond, Duration duration) throws InterruptedException, TimeoutException {
        Duration cpuBefore = cpuTime();
        deliveries.begin();
        publishers.publish(where, perSecond, duration);
        Histogram all = deliveries.take();
        long inTime = all.getTotalCount();
        publishers.idle(GRACE);
        all.add(deliveries.take());
        long expected = Math.round(perSecond / where.size() * duration.toNanos() / 1e9) * where.size() * subscribers;
        double cpuMicros = cpuTime().minus(cpuBefore).toNanos() / 1e3 / all.getTotalCount();
        int lost = fleets.stream().mapToInt(Fleet::lost).sum();
        return new Series(new Broadcasts(perSecond * subscribers, expected, inTime, lost, Percentiles.of(all), cpuMicros), all, integrity());
    }

    private Duration cpuTime() {
        return instances.stream().map(Target::cpuTime).reduce(Duration.ZERO, Duration::plus);
    }

    /** Of everything the sockets have heard so far. */
    Integrity integrity() throws InterruptedException, TimeoutException {
        long[] published = publishers.published();
        CompletableFuture<Integrity> answer = new CompletableFuture<>();
        thread.loop().execute(() -> answer.complete(deliveries.integrity(published)));
        thread.await(answer, ANSWER_SECONDS);
        return answer.join();
    }

    @Override
    public void close() {
        fleets.forEach(Fleet::close);
        publishers.close();
        thread.close();
    }
}
