package id.aglis.portal.bench;

import java.time.Duration;
import java.util.List;

/** 100 clients that each ask, wait for the acknowledgement, and ask again. */
record AckTrial(Transport transport) implements Trial {

    private static final int CLIENTS = 100;
    private static final long OPEN_SECONDS = 30;

    @Override
    public List<Figure> run(Target target, Extent extent) throws Exception {
        Requests requests = new Requests();
        try (LoopThread thread = new LoopThread()) {
            Fleet fleet = new Fleet(thread.loop(), target, transport, requests);
            thread.await(fleet.open(CLIENTS, CLIENTS), OPEN_SECONDS);
            requests.answered(extent.warmUp());
            Duration cpuBefore = target.cpuTime();
            Percentiles latency = requests.answered(extent.measured());
            double cpuMicros = target.cpuMicrosEach(cpuBefore, latency.count());
            if (fleet.lost() > 0) {
                throw new IllegalStateException("The server closed " + fleet.lost() + " clients.");
            }
            fleet.close();
            return figures(latency, extent.measured(), cpuMicros);
        }
    }

    private List<Figure> figures(Percentiles latency, Duration measured, double cpuMicros) {
        String label = transport == Transport.POLLING ? "polling" : "WebSocket";
        return List.of(Figure.higher("requests, " + label, "1/s", latency.count() * 1e9 / measured.toNanos()),
                Figure.lower("p50, " + label, "ms", latency.p50()), Figure.lower("p99, " + label, "ms", latency.p99()),
                Figure.lower("server CPU per request, " + label, "µs", cpuMicros));
    }
}
