package id.aglis.portal.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.PortalProcess;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has gone leaves nothing behind, however he went. */
class LeakIT {

    /** Soon and with much time to answer: on a busy machine only the silent are to be taken for dead. */
    private static final int PING_MILLIS = 1_000;
    private static final int PONG_MILLIS = 6_000;
    private static final long SILENCE_MILLIS = PING_MILLIS + PONG_MILLIS + 500;
    /** Time to enter a namespace, and for a write: as long as it takes when everything else comes first. */
    private static final int PATIENT_MILLIS = 30_000;
    /** What the server keeps for a while on purpose: connections until their time to end in order is over, and what timers hold. */
    private static final long SETTLE_MILLIS = 4_500;
    private static final long LEFT_BEHIND_AT_MOST = 2_000_000;
    private static final int VISITS = 20_000;
    private static final int WARM_UP = 4_000;
    private static final long PATIENCE_SECONDS = 400;

    private static PortalProcess server;
    private static Target target;
    private static LoopThread thread;

    @BeforeAll
    static void start() throws Exception {
        server = PortalProcess.home(PortalProcess.CONFORMANCE_WAR).with("PORTAL_JAVA_OPTS",
                "-Dconformance.ping-interval=" + PING_MILLIS + " -Dconformance.ping-timeout=" + PONG_MILLIS
                + " -Dconformance.connect-timeout=" + PATIENT_MILLIS + " -Dconformance.write-timeout=" + PATIENT_MILLIS).start();
        target = Target.at(server.uri(), server.pid());
        thread = new LoopThread();
        for (Visits.Parting parting : Visits.Parting.values()) {
            visit(parting, WARM_UP);
        }
        Thread.sleep(SETTLE_MILLIS);
    }

    @AfterAll
    static void stop() {
        thread.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void visitors_leave_nothing_behind(Visits.Parting parting) throws Exception {
        Footprint before = Footprint.of(target);
        long start = System.nanoTime();
        Visits visits = visit(parting, VISITS);
        double seconds = (System.nanoTime() - start) / 1e9;
        Thread.sleep(SETTLE_MILLIS);
        long left = before.leftBehind(target, LEFT_BEHIND_AT_MOST);
        System.out.printf("leak %s: %,d visits in %.1f s, heap %,d %+,d bytes; %s%n",
                parting, VISITS, seconds, before.heapBytes(), left, visits);
        assertTrue(left <= LEFT_BEHIND_AT_MOST, left + " bytes are left behind");
    }

    private static Visits visit(Visits.Parting parting, int count) throws InterruptedException {
        Visits visits = new Visits(thread.loop(), target, parting, SILENCE_MILLIS);
        try {
            thread.await(visits.begin(count), PATIENCE_SECONDS);
            return visits;
        } catch (TimeoutException e) {
            throw new AssertionError("The visits take too long: " + visits, e);
        }
    }
}
