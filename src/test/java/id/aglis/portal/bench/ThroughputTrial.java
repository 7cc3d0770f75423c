package id.aglis.portal.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Many broadcasts for few sockets: what the order of the whole cluster costs. */
final class ThroughputTrial implements ClusterTrial {

    private static final List<Integer> SOCKETS = List.of(10, 10);
    private static final double WARM_UP_RATE = 5_000;
    private static final double RATE = 20_000;
    private static final double LONGEST_MILLIS = 100;
    private static final int ALL = SOCKETS.stream().mapToInt(Integer::intValue).sum();

    @Override
    public List<Figure> run(ClusterContender contender, Extent extent, Path log) throws Exception {
        try (ServerProcess server = contender.start(log);
                ClusterSearch search = new ClusterSearch(server.instances(), SOCKETS, extent,
                        series -> contender.sustains(series) && series.broadcasts().latency().p99() <= LONGEST_MILLIS)) {
            search.warmUp(WARM_UP_RATE);
            List<Figure> figures = new ArrayList<>(figures(search.measure(RATE)));
            Series best = search.highest(RATE);
            figures.add(Demand.HIGHEST_RATE.of(best.broadcasts().offered() / ALL));
            figures.add(Figure.lower("p99 at that rate", "ms", best.broadcasts().latency().p99()));
            return figures;
        }
    }

    private static List<Figure> figures(Series fixed) {
        Integrity integrity = fixed.integrity();
        return List.of(Figure.lower("p50 at 20,000 broadcasts/s", "ms", fixed.broadcasts().latency().p50()),
                Demand.BUSY_P99.of(fixed.broadcasts().latency().p99()), Demand.BUSY_MISSING.of(integrity.missing()),
                Demand.BUSY_REPEATED.of(integrity.repeated()), Demand.BUSY_STRAYED.of(integrity.strayed()),
                Figure.lower("CPU of both instances per delivery", "µs", fixed.broadcasts().cpuMicros()));
    }
}
