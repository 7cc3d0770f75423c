package id.aglis.portal.bench;

import java.util.List;
import java.util.concurrent.TimeoutException;

/** What 10,000 WebSockets that say nothing cost in memory, above the same server before they came. */
final class IdleTrial implements Trial {

    private static final int SOCKETS = 10_000;
    private static final int WARM_UP_SOCKETS = 200;
    private static final int IN_FLIGHT = 64;
    private static final long OPEN_SECONDS = 120;
    private static final double KILOBYTE = 1000;

    @Override
    public List<Figure> run(Target target, Extent extent) throws Exception {
        try (LoopThread thread = new LoopThread()) {
            open(thread, target, WARM_UP_SOCKETS).close();
            Thread.sleep(2_000);
            Footprint empty = Footprint.of(target);
            Fleet fleet = open(thread, target, SOCKETS);
            Thread.sleep(extent.settle().toMillis());
            Footprint full = Footprint.of(target);
            if (fleet.lost() > 0) {
                throw new IllegalStateException("The server closed " + fleet.lost() + " idle connections.");
            }
            fleet.close();
            return List.of(Figure.lower("RSS of the empty server", "MB", empty.residentBytes() / KILOBYTE / KILOBYTE),
                    Figure.lower("RSS per socket", "KB", (full.residentBytes() - empty.residentBytes()) / KILOBYTE / SOCKETS),
                    Figure.lower("heap per socket", "KB", (full.heapBytes() - empty.heapBytes()) / KILOBYTE / SOCKETS));
        }
    }

    private static Fleet open(LoopThread thread, Target target, int count) throws InterruptedException, TimeoutException {
        Fleet fleet = new Fleet(thread.loop(), target, Transport.WEBSOCKET, new ClientListener() { });
        thread.await(fleet.open(count, IN_FLIGHT), OPEN_SECONDS);
        return fleet;
    }
}
