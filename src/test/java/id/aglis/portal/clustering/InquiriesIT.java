package id.aglis.portal.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.Await;
import id.aglis.portal.PortalProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What instances ask each other, while all answer and while one does not. */
class InquiriesIT {

    /** Of a process that was stopped for good; the data grid gives it up after some 10 s, and until then the log may stand still. */
    private static final int LONG_MILLIS = 28_000;
    private static final int MILLIS = 10_000;
    private static final int HOUR_MILLIS = 3_600_000;
    private static final Duration GONE = Duration.ofSeconds(30);
    /** An instance in text form: its name, where in the data grid it is, when it was started. */
    private static final String RUN = "-[0-9a-f]{8}@[0-9]+";

    private PortalProcess one;
    private PortalProcess other;

    @BeforeEach
    void start() {
        PortalProcess.Home home = PortalProcess.home(PortalProcess.CONFORMANCE_WAR);
        one = home.start();
        other = home.start();
    }

    @AfterEach
    void stop() {
        other.close();
        one.close();
    }

    @Test
    void find_everybody_and_name_the_instance_that_is_silent() throws Exception {
        try (Browser here = Browser.on(one); Browser there = Browser.on(other); Browser outside = Browser.on(other)) {
            here.ask("join", "\"red\"");
            there.ask("join", "\"red\"");
            assertAnswer("[[\"%s\",\"%s\"],[]]", List.of(one, other), here.ask("fetch", "\"red\"," + MILLIS));
            assertEquals("[3,[]]", outside.ask("count", "" + MILLIS));
            assertEquals("[[[\"how are you\"]],[]]", there.ask("ask-instances", "\"how are you\"," + MILLIS));

            assertEquals(0, new ProcessBuilder("kill", "-STOP", Long.toString(other.pid())).start().waitFor());
            assertAnswer("[[\"%s\"],[\"%s\"]]", List.of(one, other), here.ask("fetch", "\"red\"," + LONG_MILLIS));
            one.await("rid of the silent one", GONE, () -> here.ask("count", "" + MILLIS).equals("[1,[]]"));
            assertEquals("[[],[]]", here.ask("ask-instances", "\"anybody\"," + MILLIS));
        }
    }

    @Test
    void do_not_wait_for_an_instance_that_is_killed_meanwhile() {
        try (Browser here = Browser.on(one)) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> here.ask("ask-instances-to-mutter", "" + HOUR_MILLIS));
            Await.until("asked", () -> here.heard().equals(List.of("mutter")));
            other.kill();
            assertAnswer("[[],[\"%s\"]]", List.of(other), answer.join());
        }
    }

    private static void assertAnswer(String form, List<PortalProcess> instances, String answer) {
        Object[] runs = instances.stream().map(instance -> "\\E" + instance.name() + RUN + "\\Q").toArray();
        assertTrue(answer.matches("\\Q" + form.formatted(runs) + "\\E"), answer);
    }
}
