package id.aglis.portal.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** How many clients per second come in when all come at once; they stay until the last one is in. */
record ConnectTrial(Transport transport) implements Trial {

    /** Enough of them wait at a time that the 100 ms some servers hold a poll during an upgrade are not the limit. */
    private static final int IN_FLIGHT = 256;
    private static final int WARM_UP_ROUNDS = 3;
    private static final long OPEN_SECONDS = 120;

    @Override
    public List<Figure> run(Target target, Extent extent) throws Exception {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            perSecond(target, extent.handshakes() / 2);
        }
        Duration cpuBefore = target.cpuTime();
        double perSecond = perSecond(target, extent.handshakes());
        return List.of(Figure.higher("handshakes, " + label(), "1/s", perSecond),
                Figure.lower("server CPU per handshake, " + label(), "µs", target.cpuMicrosEach(cpuBefore, extent.handshakes())));
    }

    private String label() {
        return transport == Transport.UPGRADE ? "polling with upgrade" : "WebSocket only";
    }

    private double perSecond(Target target, int count) throws InterruptedException, TimeoutException {
        try (LoopThread thread = new LoopThread()) {
            Fleet fleet = new Fleet(thread.loop(), target, transport, new ClientListener() { });
            long start = System.nanoTime();
            thread.await(fleet.open(count, IN_FLIGHT), OPEN_SECONDS);
            double seconds = (System.nanoTime() - start) / 1e9;
            Progress.say("%d handshakes (%s), %.0f per second, %d refused", count, label(), count / seconds, fleet.refused());
            fleet.close();
            return count / seconds;
        } finally {
            Thread.sleep(2_000);
        }
    }
}
