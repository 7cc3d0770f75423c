package id.aglis.portal.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The highest rate of broadcasts that instances sustain. */
final class ClusterSearch implements AutoCloseable {

    private final List<Target> instances;
    private final List<Integer> sockets;
    private final Extent extent;
    private final Predicate<Series> sustained;
    private ClusterLoad load;
    private Series best;

    /**
     * @param sockets   on each instance
     * @param sustained whether the instances keep up
     */
    ClusterSearch(List<Target> instances, List<Integer> sockets, Extent extent, Predicate<Series> sustained)
            throws InterruptedException, TimeoutException {
        this.instances = instances;
        this.sockets = sockets;
        this.extent = extent;
        this.sustained = sustained;
        this.load = new ClusterLoad(instances, sockets);
    }

    void warmUp(double perSecond) throws InterruptedException, TimeoutException {
        load.broadcast(perSecond, extent.warmUp());
    }

    /** One measurement at this rate. */
    Series measure(double perSecond) throws InterruptedException, TimeoutException {
        Series series = attempt(perSecond, extent.measured());
        if (!sustained.test(series)) {
            reopen();
        }
        return series;
    }

    /** The series at the highest rate, sought from {@code first} on, in broadcasts per second. */
    Series highest(double first) throws InterruptedException, TimeoutException {
        RateSearch.highest(first, this::sustains);
        return best;
    }

    private boolean sustains(double rate) throws InterruptedException, TimeoutException {
        Series step = attempt(rate, extent.step());
        boolean good = sustained.test(step);
        Progress.say("%,.0f broadcasts/s %s, p99 %.1f ms, %s", rate, good ? "sustained" : "not sustained",
                step.broadcasts().latency().p99(), step.integrity());
        if (good) {
            best = step;
        } else {
            reopen();
        }
        return good;
    }

    private Series attempt(double rate, Duration duration) throws InterruptedException, TimeoutException {
        try {
            return load.broadcast(rate, duration);
        } catch (PublisherLost e) {
            return Series.none(rate);
        }
    }

    /** Servers that fell behind are still busy with what they owe. */
    private void reopen() throws InterruptedException, TimeoutException {
        load.close();
        Thread.sleep(extent.step().toMillis());
        load = new ClusterLoad(instances, sockets);
    }

    @Override
    public void close() {
        load.close();
    }
}
