package id.aglis.portal.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.aglis.portal.Await;
import id.aglis.portal.PortalProcess;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Broadcasts of two instances. */
class BroadcastsIT {

    private static PortalProcess one;
    private static PortalProcess other;

    @BeforeAll
    static void start() {
        PortalProcess.Home home = PortalProcess.home(PortalProcess.CONFORMANCE_WAR);
        one = home.start();
        other = home.start();
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void reach_all_sockets_of_all_instances_once_in_one_order_while_both_publish() throws Exception {
        int count = 2_000;
        List<Browser> browsers = Stream.of(one, one, other, other).map(Browser::on).toList();
        Thread publisher = new Thread(() -> IntStream.range(0, count).forEach(i -> browsers.get(0).broadcast("one " + i)));
        publisher.start();
        IntStream.range(0, count).forEach(i -> browsers.get(2).broadcast("other " + i));
        publisher.join();
        browsers.forEach(browser -> Await.until("told of everything", () -> browser.heard().size() >= 2 * count));
        List<String> order = browsers.get(0).heard();
        browsers.forEach(browser -> assertEquals(order, browser.heard()));
        assertEquals(IntStream.range(0, count).mapToObj(i -> "one " + i).toList(), order.stream().filter(text -> text.startsWith("one")).toList());
        assertEquals(IntStream.range(0, count).mapToObj(i -> "other " + i).toList(), order.stream().filter(text -> text.startsWith("other")).toList());
        browsers.forEach(Browser::close);
    }

    @Test
    void reach_the_other_instance_without_the_log_when_volatile() {
        try (Browser here = Browser.on(one); Browser there = Browser.on(other)) {
            here.broadcastVolatile("position");
            Await.until("told here", () -> here.heard().equals(List.of("position")));
            Await.until("told there", () -> there.heard().equals(List.of("position")));
        }
    }

    @Test
    void find_an_executor_that_loses_no_events() {
        assertFalse(one.log().contains("core-pool-size"));
    }
}
