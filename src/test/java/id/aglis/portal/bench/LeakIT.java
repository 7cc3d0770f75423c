package id.aglis.portal.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.PortalProcess;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has gone leaves nothing behind, however he went. */
class LeakIT {

    /** Long enough for a busy machine, short enough that silence is noticed soon. */
    private static final int PING_MILLIS = 2_000;
    private static final long SILENCE_MILLIS = 2 * PING_MILLIS + 500;
    /** What the server keeps for a while on purpose: connections until their time to end in order is over, and what timers hold. */
    private static final long SETTLE_MILLIS = 4_500;
    private static final long LEFT_BEHIND_AT_MOST = 2_000_000;
    private static final long PATIENCE_SECONDS = 120;

    private static PortalProcess server;
    private static Target target;
    private static LoopThread thread;

    @BeforeAll
    static void start() throws Exception {
        server = PortalProcess.home(PortalProcess.CONFORMANCE_WAR).with("PORTAL_JAVA_OPTS",
                "-Dconformance.ping-interval=" + PING_MILLIS + " -Dconformance.ping-timeout=" + PING_MILLIS
                + " -Dconformance.write-timeout=" + PING_MILLIS).start();
        target = Target.at(server.uri(), server.pid());
        thread = new LoopThread();
        for (Visits.Parting parting : Visits.Parting.values()) {
            visit(parting, 3_000, parting == Visits.Parting.SILENCE ? 3_000 : 100);
        }
        Thread.sleep(SETTLE_MILLIS);
    }

    @AfterAll
    static void stop() {
        thread.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"CLOSE, 20000, 100", "RESET, 8000, 100", "SILENCE, 5000, 2500"})
    void visitors_leave_nothing_behind(Visits.Parting parting, int count, int atATime) throws Exception {
        Footprint before = Footprint.of(target);
        long start = System.nanoTime();
        visit(parting, count, atATime);
        double seconds = (System.nanoTime() - start) / 1e9;
        Thread.sleep(SETTLE_MILLIS);
        long left = before.leftBehind(target, LEFT_BEHIND_AT_MOST);
        System.out.printf("leak %s: %,d visits in %.1f s, heap %,d %+,d bytes%n", parting, count, seconds, before.heapBytes(), left);
        assertTrue(left <= LEFT_BEHIND_AT_MOST, left + " bytes are left behind");
    }

    private static void visit(Visits.Parting parting, int count, int atATime) throws InterruptedException, TimeoutException, IOException {
        thread.await(new Visits(thread.loop(), target, parting, SILENCE_MILLIS).begin(count, atATime), PATIENCE_SECONDS);
    }
}
