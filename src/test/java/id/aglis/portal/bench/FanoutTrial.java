package id.aglis.portal.bench;

import java.util.List;
import java.util.concurrent.TimeoutException;

/** Raises the rate of broadcasts to 1,000 WebSockets until the server falls behind, then closes in on the highest rate it sustains. */
final class FanoutTrial implements Trial {

    private static final int SUBSCRIBERS = 1_000;
    private static final double WARM_UP_RATE = 50;
    private static final double FIRST_RATE = 50;

    @Override
    public List<Figure> run(Target target, Extent extent) throws Exception {
        try (Search search = new Search(target, extent)) {
            Broadcasts best = search.highestSustained();
            return List.of(Figure.higher("deliveries", "1/s", best.offered()), Figure.lower("p99 at that rate", "ms", best.latency().p99()),
                    Figure.lower("server CPU per delivery at that rate", "µs", best.cpuMicros()));
        }
    }

    private static final class Search implements AutoCloseable {

        private final Target target;
        private final Extent extent;
        private LoadGenerator generator;
        private Broadcasts best = Broadcasts.none(0);

        Search(Target target, Extent extent) throws InterruptedException, TimeoutException {
            this.target = target;
            this.extent = extent;
            this.generator = new LoadGenerator(target, Transport.WEBSOCKET, SUBSCRIBERS);
        }

        Broadcasts highestSustained() throws InterruptedException, TimeoutException {
            generator.broadcast(WARM_UP_RATE, extent.warmUp());
            RateSearch.highest(FIRST_RATE, this::sustains);
            return best;
        }

        private boolean sustains(double rate) throws InterruptedException, TimeoutException {
            Broadcasts step = step(rate);
            Progress.say("%,.0f deliveries/s %s, p99 %.1f ms, missing %d", step.offered(), step.sustained() ? "sustained" : "not sustained",
                    step.latency().p99(), step.missing());
            if (step.sustained()) {
                best = step;
            } else {
                reopen();
            }
            return step.sustained();
        }

        private Broadcasts step(double rate) {
            try {
                return generator.broadcast(rate, extent.step());
            } catch (PublisherLost e) {
                return Broadcasts.none(rate * SUBSCRIBERS);
            }
        }

        /** A server that fell behind is still busy with what it owes. */
        private void reopen() throws InterruptedException, TimeoutException {
            generator.close();
            Thread.sleep(extent.step().toMillis());
            generator = new LoadGenerator(target, Transport.WEBSOCKET, SUBSCRIBERS);
        }

        @Override
        public void close() {
            generator.close();
        }
    }
}
