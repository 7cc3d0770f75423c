package id.aglis.portal.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.Await;
import id.aglis.portal.PortalProcess;
import java.util.stream.IntStream;

/** Whether two instances are one portal. */
final class Unity {

    private Unity() {
    }

    /** Browsers of both hear what both broadcast in one order, and each instance relays to the other. */
    static void assertOf(PortalProcess one, PortalProcess other) {
        try (Browser here = Browser.on(one); Browser there = Browser.on(other)) {
            IntStream.range(0, 100).forEach(i -> {
                here.broadcast("here " + i);
                there.broadcast("there " + i);
            });
            Await.until("told of everything", () -> here.heard().size() == 200 && there.heard().size() == 200);
            assertEquals(here.heard(), there.heard());
        }
        assertRelayed(one, other);
        assertRelayed(other, one);
    }

    private static void assertRelayed(PortalProcess owner, PortalProcess other) {
        Visitor visitor = Visitor.of(owner);
        assertEquals("ok", visitor.post(other, "4hello").join().body());
        assertEquals("4hello", visitor.poll(other).join().body());
    }
}
