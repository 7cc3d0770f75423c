package id.aglis.portal.bench;

import java.nio.file.Path;
import java.util.List;

/** What the load generator itself can take, on the cores it shares with a server. */
final class Capacity {

    private static final int SOCKETS = 1_000;
    private static final int IN_FLIGHT = 64;
    private static final long OPEN_SECONDS = 30;
    private static final long WARM_UP_MILLIS = 2_000;
    private static final long MEASURED_MILLIS = 3_000;

    private Capacity() { }

    /** Frames of the fan-out scenario per second. */
    static double framesPerSecond(Path log) throws Exception {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), RawFrameSource.class.getName(), Integer.toString(SOCKETS),
                Integer.toString(ServerProcess.freePort()));
        Deliveries deliveries = new Deliveries();
        try (ServerProcess source = ServerProcess.start(command, log); LoopThread thread = new LoopThread()) {
            Fleet fleet = new Fleet(thread.loop(), source.target(), Transport.WEBSOCKET, deliveries);
            thread.await(fleet.open(SOCKETS, IN_FLIGHT), OPEN_SECONDS);
            Thread.sleep(WARM_UP_MILLIS);
            deliveries.begin();
            Thread.sleep(MEASURED_MILLIS);
            return deliveries.take().getTotalCount() * 1_000.0 / MEASURED_MILLIS;
        }
    }
}
