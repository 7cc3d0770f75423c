package id.aglis.portal.bench;

import java.util.List;

/**
 * Broadcasts at a steady rate that every server should sustain.
 *
 * @param rate broadcasts per second
 */
record SteadyTrial(Transport transport, int subscribers, double rate) implements Trial {

    @Override
    public List<Figure> run(Target target, Extent extent) throws Exception {
        try (LoadGenerator generator = new LoadGenerator(target, transport, subscribers)) {
            generator.broadcast(rate, extent.warmUp());
            Broadcasts broadcasts = generator.broadcast(rate, extent.measured());
            Percentiles latency = broadcasts.latency();
            return List.of(Figure.lower("p50", "ms", latency.p50()), Figure.lower("p99", "ms", latency.p99()),
                    Figure.lower("max", "ms", latency.max()),
                    Figure.lower("missing, or still under way 1 s after the last broadcast", "deliveries", broadcasts.missing()),
                    Figure.lower("server CPU per delivery", "µs", broadcasts.cpuMicros()));
        }
    }
}
