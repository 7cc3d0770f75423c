package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What WebSockets must do where they are written through the JSR-356 API, as on a container that we do not know. */
class StandardApiIT {

    private static final String ENGINE = "/standard/engine.io/";
    private static final String SOCKETS = "/standard/socket.io/?EIO=4&transport=websocket";
    private static final int CLIENTS = 20;
    private static final int EVENTS = 500;

    @Test
    void echoes_text_and_binary_of_any_size() {
        try (Wire wire = Wire.open(ENGINE + "?EIO=4&transport=websocket")) {
            wire.next();
            assertEquals("4héllo", wire.send("4héllo").nextButPing());
            assertArrayEquals(new byte[] {1, 2, 3}, (byte[]) wire.send((byte) 1, (byte) 2, (byte) 3).nextButPing());
            String large = "4" + "x".repeat(Fixture.MAX_PAYLOAD - 1);
            assertEquals(large, wire.send(large).nextButPing());
        }
    }

    @Test
    void takes_over_from_polling_in_order() {
        String session = Http.open(ENGINE);
        try (Wire wire = Wire.open(session.replace("polling", "websocket"))) {
            assertEquals("3probe", wire.send("2probe").next());
            Http.post(session, IntStream.range(0, 100).mapToObj(i -> "4" + i).reduce((one, other) -> one + "\u001e" + other).orElseThrow());
            wire.send("5").send("4last");
            for (int i = 0; i < 100; i++) {
                assertEquals("4" + i, wire.nextButPing());
            }
            assertEquals("4last", wire.nextButPing());
        }
    }

    @Test
    void fans_out_to_all_in_one_order() {
        List<Wire> wires = IntStream.range(0, CLIENTS).mapToObj(i -> connect()).toList();
        try {
            for (int i = 0; i < EVENTS; i++) {
                wires.get(i % CLIENTS).send("42[\"broadcast\"," + i + "]");
            }
            List<Object> first = received(wires.get(0));
            assertEquals(EVENTS, first.stream().distinct().count());
            wires.subList(1, CLIENTS).forEach(wire -> assertEquals(first, received(wire)));
        } finally {
            wires.forEach(Wire::close);
        }
    }

    @Test
    void keeps_the_parts_of_a_binary_packet_together() {
        try (Wire wire = connect(); Wire other = connect()) {
            for (int i = 0; i < 50; i++) {
                wire.send("451-[\"broadcast\",{\"_placeholder\":true,\"num\":0}]").send((byte) i);
                other.send("42[\"broadcast\",\"text\"]");
            }
            for (Wire each : List.of(wire, other)) {
                byte[] parts = new byte[50];
                int count = 0;
                for (int i = 0; i < 100; i++) {
                    if (each.nextButPing().toString().startsWith("451-")) {
                        parts[count++] = ((byte[]) each.next())[0];
                    }
                }
                assertEquals(50, count);
                assertEquals(49, parts[49]);
            }
        }
    }

    @Test
    void closes_after_the_last_word() {
        try (Wire wire = connect()) {
            assertEquals("41", wire.send("42[\"disconnect-me\",true]").nextButPing());
            assertEquals(1000, wire.nextButPing());
        }
        try (Wire wire = connect()) {
            assertEquals(1001, wire.send("42[\"close-transport\"]").nextButPing());
        }
    }

    private static Wire connect() {
        Wire wire = Wire.open(SOCKETS);
        wire.next();
        assertTrue(wire.send("40").nextButPing().toString().startsWith("40{"));
        wire.nextButPing();
        return wire;
    }

    private static List<Object> received(Wire wire) {
        return IntStream.range(0, EVENTS).mapToObj(i -> wire.nextButPing()).toList();
    }
}
