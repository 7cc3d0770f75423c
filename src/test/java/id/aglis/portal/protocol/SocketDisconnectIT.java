package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How a Socket.IO client leaves a namespace. */
@EveryAddress
class SocketDisconnectIT {

    @Test
    void from_one_namespace_leaves_the_others() {
        try (Wire wire = SocketIo.connect()) {
            wire.send("40/custom").nextButPing();
            wire.nextButPing();
            wire.send("41/custom").send("42[\"message\",\"main\"]");
            assertEquals("42[\"message-back\",\"main\"]", wire.nextButPing());
            assertTrue(wire.send("40/custom").nextButPing().toString().startsWith("40/custom,"));
        }
    }

    @Test
    void by_the_server_is_told_and_leaves_the_connection() {
        try (Wire wire = SocketIo.connect()) {
            assertEquals("41", wire.send("42[\"disconnect-me\",false]").nextButPing());
            assertTrue(wire.send("40").nextButPing().toString().startsWith("40{"));
        }
    }

    @Test
    void by_the_server_with_the_connection_is_told_first() {
        try (Wire wire = SocketIo.connect()) {
            assertEquals("41", wire.send("42[\"disconnect-me\",true]").nextButPing());
            assertEquals(1000, wire.nextButPing());
        }
    }

    @Test
    void by_a_broken_transport_is_not_told() {
        try (Wire wire = SocketIo.connect()) {
            assertEquals(1001, wire.send("42[\"close-transport\"]").nextButPing());
        }
    }
}
