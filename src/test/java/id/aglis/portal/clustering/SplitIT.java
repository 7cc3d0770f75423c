package id.aglis.portal.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.aglis.portal.Await;
import id.aglis.portal.PortalProcess;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances on two machines whose network is cut between them, but not to their browsers. */
class SplitIT {

    private static final Duration NOTICED = Duration.ofSeconds(10);
    private static final Duration HEALED = Duration.ofSeconds(90);
    private static final String LEFT = "Data Grid Instance Removed";

    private final String clusterPort = Integer.toString(PortalProcess.freePort());
    private SeparateNetwork network;
    private PortalProcess one;
    private PortalProcess other;

    @BeforeAll
    static void look() {
        assumeTrue(SeparateNetwork.isPossible(), "Only root may make networks.");
    }

    @BeforeEach
    void start() {
        network = new SeparateNetwork();
        one = machine(network.clusterHere(), network.clusterThere()).start("one", PortalProcess.freePort());
        other = machine(network.clusterThere(), network.clusterHere()).at(network.place(), network.address())
                .start("other", PortalProcess.freePort());
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : Arrays.asList(other, one, network)) {
            if (each != null) {
                each.close();
            }
        }
    }

    @Test
    void goes_on_on_both_sides_and_ends_with_one_order_of_which_browsers_are_told_before_they_hear_the_other_side() {
        try (Browser here = Browser.on(one); Browser there = Browser.on(other)) {
            here.broadcast("before");
            Await.until("told there", () -> there.heard().equals(List.of("before")));
            network.cut();
            one.await("alone", NOTICED, () -> one.log().contains(LEFT));
            other.await("alone", NOTICED, () -> other.log().contains(LEFT));
            here.broadcast("here alone");
            there.broadcast("there alone");
            Await.until("told here", () -> here.heard().size() == 2);
            Await.until("told there", () -> there.heard().size() == 2);
            assertEquals(List.of("before", "here alone"), here.heard());
            assertEquals(List.of("before", "there alone"), there.heard());
            try (Talker fromHere = Talker.on(one, "from here"); Talker fromThere = Talker.on(other, "from there")) {
                network.mend();
                one.await("one with the other again", HEALED, here::isClosed);
                other.await("one with the other again", HEALED, there::isClosed);
                assertEquals(List.of(), fromHere.heardBy(there));
                assertEquals(List.of(), fromThere.heardBy(here));
            }
        }
        Unity.assertOf(one, other);
    }

    private PortalProcess.Home machine(String address, String member) {
        return PortalProcess.home(PortalProcess.CONFORMANCE_WAR)
                .with("PORTAL_INTERFACE", "0.0.0.0")
                .with("PORTAL_CLUSTER_NAME", "split")
                .with("PORTAL_CLUSTER_INTERFACE", address)
                .with("PORTAL_CLUSTER_PORT", clusterPort)
                .with("PORTAL_MEMBERS", member + ":" + clusterPort);
    }
}
