package id.aglis.portal.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.Await;
import id.aglis.portal.PortalProcess;
import java.util.List;
import java.util.stream.IntStream;

/** Whether two instances are one portal. Shortly after a split their clients may be told of it more than once, and have to come again. */
final class Unity {

    private static final int BROADCASTS = 100;

    private Unity() {
    }

    /** Browsers of both hear what both broadcast in one order, and each instance relays to the other. */
    static void assertOf(PortalProcess one, PortalProcess other) {
        Await.until("told of everything", () -> hearEverything(one, other));
        Await.until("relayed", () -> isRelayed(one, other));
        Await.until("relayed", () -> isRelayed(other, one));
    }

    private static boolean hearEverything(PortalProcess one, PortalProcess other) {
        try (Browser here = Browser.on(one); Browser there = Browser.on(other)) {
            IntStream.range(0, BROADCASTS).forEach(i -> {
                here.broadcast("here " + i);
                there.broadcast("there " + i);
            });
            Await.until("told of everything", () -> here.isClosed() || there.isClosed() || hasHeardAll(here) && hasHeardAll(there));
            if (here.isClosed() || there.isClosed()) {
                return false;
            }
            assertEquals(heardBy(here), heardBy(there));
            return true;
        }
    }

    private static boolean hasHeardAll(Browser browser) {
        return heardBy(browser).size() == 2 * BROADCASTS;
    }

    /** Something that was said during the split may come now. */
    private static List<String> heardBy(Browser browser) {
        return browser.heard().stream().filter(word -> word.startsWith("here ") || word.startsWith("there ")).toList();
    }

    private static boolean isRelayed(PortalProcess owner, PortalProcess other) {
        Visitor visitor = Visitor.of(owner);
        return "ok".equals(visitor.post(other, "4hello").join().body()) && "4hello".equals(visitor.poll(other).join().body());
    }
}
