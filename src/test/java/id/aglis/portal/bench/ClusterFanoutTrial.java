package id.aglis.portal.bench;

import java.nio.file.Path;
import java.util.List;

/** What the same cores deliver to the same sockets when they are shared by two instances instead of belonging to one. */
final class ClusterFanoutTrial implements ClusterTrial {

    private static final double WARM_UP_RATE = 50;
    private static final double FIRST_RATE = 200;

    @Override
    public List<Figure> run(ClusterContender contender, Extent extent, Path log) throws Exception {
        Broadcasts one;
        try (ServerProcess server = ServerProcess.start(Contender.OURS.command(ServerProcess.freePort()), log)) {
            one = highest(List.of(server.target()), List.of(1_000), extent);
        }
        Broadcasts two;
        try (ServerProcess server = contender.start(log)) {
            two = highest(server.instances(), List.of(500, 500), extent);
        }
        return List.of(Figure.higher("deliveries of one instance", "1/s", one.offered()),
                Figure.higher("deliveries of two instances together", "1/s", two.offered()),
                Demand.TWO_TO_ONE.of(100 * two.offered() / one.offered()),
                Figure.lower("p99 of one instance at that rate", "ms", one.latency().p99()),
                Figure.lower("p99 of two instances at that rate", "ms", two.latency().p99()),
                Figure.lower("CPU of one instance per delivery", "µs", one.cpuMicros()),
                Figure.lower("CPU of two instances per delivery", "µs", two.cpuMicros()));
    }

    private static Broadcasts highest(List<Target> instances, List<Integer> sockets, Extent extent) throws Exception {
        try (ClusterSearch search = new ClusterSearch(instances, sockets, extent, ClusterContender.OURS::sustains)) {
            search.warmUp(WARM_UP_RATE);
            return search.highest(FIRST_RATE).broadcasts();
        }
    }
}
