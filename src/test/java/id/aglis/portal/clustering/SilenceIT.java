package id.aglis.portal.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.Await;
import id.aglis.portal.PortalProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance that is silent for a while, as on a machine that hangs or is cut off, and comes back. */
class SilenceIT {

    private static final Duration NOTICED = Duration.ofSeconds(10);
    private static final Duration HEALED = Duration.ofSeconds(90);
    private static final String LEFT = "Data Grid Instance Removed";

    private PortalProcess living;
    private PortalProcess silent;

    @BeforeEach
    void start() {
        PortalProcess.Home home = PortalProcess.home(PortalProcess.CONFORMANCE_WAR);
        living = home.start();
        silent = home.start();
    }

    @AfterEach
    void stop() {
        silent.close();
        living.close();
    }

    @Test
    void is_noticed_in_ten_seconds_and_afterwards_there_is_one_order_again() throws Exception {
        try (Browser here = Browser.on(living); Browser there = Browser.on(silent)) {
            here.broadcast("before");
            Await.until("told there", () -> there.heard().equals(List.of("before")));
            signal("STOP");
            here.broadcast("meanwhile");
            living.await("aware of the silence", NOTICED, () -> living.log().contains(LEFT));
            Await.until("told here", () -> here.heard().equals(List.of("before", "meanwhile")));
            signal("CONT");
            silent.await("one with the other again", HEALED, there::isClosed);
            living.await("one with the other again", HEALED, here::isClosed);
        }
        Unity.assertOf(living, silent);
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", "-" + name, Long.toString(silent.pid())).start().waitFor());
    }
}
