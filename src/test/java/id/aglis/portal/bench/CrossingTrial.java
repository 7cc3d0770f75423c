package id.aglis.portal.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;

/**
 * How much later a broadcast is heard on another instance than on the one that published it. Both are measured in short slices by turns,
 * and with the subscribers on either instance, since only one of them keeps the log.
 */
final class CrossingTrial implements ClusterTrial {

    private static final int SUBSCRIBERS = 1_000;
    private static final double RATE = 100;
    private static final int SLICES = 5;
    /** On either of two, and heard on either of two. */
    private static final int SERIES = 4 * SLICES;

    @Override
    public List<Figure> run(ClusterContender contender, Extent extent, Path log) throws Exception {
        try (ServerProcess server = contender.start(log)) {
            Tally tally = new Tally();
            tally.measure(server.instances(), 0, extent);
            tally.measure(server.instances(), 1, extent);
            return tally.figures();
        }
    }

    private static final class Tally {

        private final Histogram own = new Histogram(3);
        private final Histogram another = new Histogram(3);
        private Integrity integrity = Integrity.WHOLE;
        private double cpuMicros;

        void measure(List<Target> instances, int home, Extent extent) throws InterruptedException, TimeoutException {
            int away = 1 - home;
            List<Integer> sockets = home == 0 ? List.of(SUBSCRIBERS, 0) : List.of(0, SUBSCRIBERS);
            try (ClusterLoad load = new ClusterLoad(instances, sockets)) {
                load.broadcast(RATE, extent.warmUp());
                for (int slice = 0; slice < SLICES; slice++) {
                    own.add(take(load.broadcast(List.of(home), RATE, extent.measured().dividedBy(SLICES))));
                    another.add(take(load.broadcast(List.of(away), RATE, extent.measured().dividedBy(SLICES))));
                }
                integrity = integrity.plus(load.integrity());
            }
        }

        private Histogram take(Series series) {
            cpuMicros += series.broadcasts().cpuMicros() / SERIES;
            return series.micros();
        }

        List<Figure> figures() {
            Percentiles here = Percentiles.of(own);
            Percentiles there = Percentiles.of(another);
            return List.of(Figure.lower("p50 on the own instance", "ms", here.p50()), Figure.lower("p99 on the own instance", "ms", here.p99()),
                    Figure.lower("p50 on another instance", "ms", there.p50()), Demand.CROSSING_BESIDE_REDIS.of(there.p99()),
                    Demand.CROSSING.of(there.p99() / here.p99()), Figure.lower("missing", "deliveries", integrity.missing()),
                    Figure.lower("repeated", "deliveries", integrity.repeated()),
                    Figure.lower("with another order", "sockets", integrity.strayed()),
                    Figure.lower("CPU of both instances per delivery", "µs", cpuMicros));
        }
    }
}
