package id.aglis.portal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.PortalProcess;
import id.aglis.portal.fuzz.Fuzz;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever comes over the wire ends the session that sent it at worst. */
class FuzzIT {

    private static final int AT_A_TIME = 48;
    private static final long WARM_UP_SECONDS = 20;
    private static final long SECONDS = 20;
    /**
     * Until sessions that nobody closed have timed out, and the threads that worked for them have left for want of work: with each go the
     * requests that Grizzly keeps for use on that thread.
     */
    private static final long SETTLE_MILLIS = 17_000;
    private static final long LEFT_BEHIND_AT_MOST = 2_000_000;
    private static final long ANSWER_SECONDS = 30;
    /** What is no HTTP, and clients that leave during their handshake, the container complains of as well; but only with warnings. */
    private static final Pattern TROUBLE = Pattern.compile(" SEVERE | WARNING +(id\\.aglis|org\\.glassfish\\.tyrus)|OutOfMemory");

    @Test
    void nobody_else_notices_what_attackers_send() throws Exception {
        try (PortalProcess server = PortalProcess.home(PortalProcess.CONFORMANCE_WAR)
                .with("PORTAL_JAVA_OPTS", "-Dconformance.ping-interval=1000 -Dconformance.ping-timeout=10000"
                        + " -Dconformance.connect-timeout=30000 -Dconformance.write-timeout=4000 -Dconformance.log-capacity=100").start()) {
            Target target = Target.at(server.uri(), server.pid());
            attack(target, Fuzz.of("wire, warm-up"), WARM_UP_SECONDS);
            Footprint before = Footprint.of(target);
            attack(target, Fuzz.of("wire"), SECONDS);
            long left = before.leftBehind(target, LEFT_BEHIND_AT_MOST);
            System.out.printf("fuzz: heap %,d %+,d bytes%n", before.heapBytes(), left);
            assertEquals(List.of(), server.log().lines().filter(line -> TROUBLE.matcher(line).find()).limit(20).toList());
            assertTrue(left <= LEFT_BEHIND_AT_MOST, left + " bytes are left behind");
        }
    }

    private static void attack(Target target, Fuzz fuzz, long seconds) throws Exception {
        try (LoopThread peaceful = new LoopThread(); LoopThread hostile = new LoopThread()) {
            List<Bystander> bystanders = Stream.of(Transport.values())
                    .map(transport -> Bystander.on(peaceful.loop(), target, transport)).toList();
            bystanders.forEach(FuzzIT::assertWell);
            Assault assault = new Assault(hostile.loop(), target, new Attacks(fuzz));
            hostile.await(assault.begin(AT_A_TIME, seconds), seconds + 10);
            System.out.printf("fuzz: %,d inputs, answers to bystanders %s%n", assault.inputs(),
                    bystanders.stream().map(Bystander::answered).toList());
            bystanders.forEach(FuzzIT::assertWell);
        }
        Thread.sleep(SETTLE_MILLIS);
    }

    /** He complains of nothing, nor has he been left without an answer. */
    private static void assertWell(Bystander bystander) {
        long answered = bystander.answered();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS);
        while (bystander.answered() <= answered && bystander.complaint().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        assertEquals("", bystander.complaint());
        assertTrue(bystander.answered() > answered, bystander + " gets no answer any more.");
    }
}
