package id.aglis.portal.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How long the whole portal takes to grow, and what its instances weigh when nobody is there. */
final class FleetTrial implements ClusterTrial {

    private static final int INSTANCES = 8;
    private static final double GIGABYTE = 1e9;

    @Override
    public List<Figure> run(ClusterContender contender, Extent extent, Path log) throws Exception {
        try (PortalHome portal = PortalHome.up(log)) {
            Duration time = portal.scale(INSTANCES);
            Thread.sleep(extent.settle().toMillis());
            List<Long> bytes = portal.proportionalBytes();
            if (bytes.size() != INSTANCES) {
                throw new IllegalStateException("There are " + bytes.size() + " instances instead of " + INSTANCES + ".");
            }
            return List.of(Demand.SCALE.of(time.toMillis() / 1e3),
                    Demand.MEMORY.of(bytes.stream().mapToLong(Long::longValue).sum() / GIGABYTE));
        }
    }
}
