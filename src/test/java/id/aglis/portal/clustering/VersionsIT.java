package id.aglis.portal.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.aglis.portal.Await;
import id.aglis.portal.PortalProcess;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two versions of the application in one cluster, as during a rolling deployment. */
class VersionsIT {

    private static PortalProcess present;
    private static PortalProcess newer;

    @BeforeAll
    static void start() {
        PortalProcess.Home home = PortalProcess.home(PortalProcess.CONFORMANCE_WAR);
        present = home.start();
        newer = home.with("PORTAL_WAR", NewerWar.of(PortalProcess.CONFORMANCE_WAR).toString()).start();
    }

    @AfterAll
    static void stop() {
        newer.close();
        present.close();
    }

    @Test
    void hear_each_other_in_one_order() {
        try (Browser old = Browser.on(present); Browser fresh = Browser.on(newer)) {
            for (int i = 0; i < 50; i++) {
                old.broadcast("old " + i);
                fresh.broadcast("new " + i);
            }
            Stream.of(old, fresh).forEach(browser -> Await.until("told of everything", () -> browser.heard().size() == 100));
            assertEquals(old.heard(), fresh.heard());
        }
    }

    @Test
    void hear_of_each_other_what_is_not_in_the_log() {
        try (Browser old = Browser.on(present); Browser fresh = Browser.on(newer)) {
            old.broadcastVolatile("from the old");
            Stream.of(old, fresh).forEach(browser -> Await.until("told", () -> browser.heard().equals(List.of("from the old"))));
            fresh.broadcastVolatile("from the new");
            Stream.of(old, fresh).forEach(browser -> Await.until("told", () -> browser.heard().equals(List.of("from the old", "from the new"))));
        }
    }

    @Test
    void relay_requests_and_websockets_to_each_other() throws Exception {
        assertRelayed(Visitor.of(present), newer);
        assertRelayed(Visitor.of(newer), present);
        Stream.of(present, newer).forEach(instance -> assertFalse(instance.log().contains("cannot be used"), instance::log));
    }

    private static void assertRelayed(Visitor visitor, PortalProcess other) throws Exception {
        assertEquals("ok", visitor.post(other, "4hello").join().body());
        assertEquals("4hello", visitor.poll(other).join().body());
        visitor.upgrade(other).say("4by websocket");
        assertEquals("4by websocket", visitor.next());
    }
}
