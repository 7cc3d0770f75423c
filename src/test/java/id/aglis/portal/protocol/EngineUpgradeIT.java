package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of an Engine.IO session from polling to WebSocket. */
@EveryAddress
class EngineUpgradeIT {

    private static final String PATH = "/patient/engine.io/";

    @Test
    void moves_the_session_to_the_websocket() {
        String session = Http.open(PATH);
        try (Wire wire = upgrade(session)) {
            assertEquals("3probe", wire.send("2probe").next());
            assertEquals("6", Http.get(session).body());
            wire.send("5").send("4hello");
            assertEquals("4hello", wire.nextButPing());
            assertArrayEquals(new byte[] {7}, (byte[]) wire.send((byte) 7).nextButPing());
        }
    }

    @Test
    void refuses_polls_and_pushes_afterwards_and_the_session_goes_on() {
        String session = Http.open(PATH);
        try (Wire wire = upgraded(session)) {
            assertEquals("{\"code\":3,\"message\":\"Bad request\"}", Http.get(session).body());
            assertEquals(400, Http.post(session, "4x").statusCode());
            assertEquals("4y", wire.send("4y").nextButPing());
        }
    }

    @Test
    void keeps_what_was_sent_before_in_order() {
        String session = Http.open(PATH);
        Http.post(session, "4zero");
        try (Wire wire = upgrade(session)) {
            wire.send("2probe").next();
            Http.post(session, "4one\u001e4two\u001ebAQ==");
            wire.send("5").send("4three");
            assertEquals("4zero", wire.nextButPing());
            assertEquals("4one", wire.nextButPing());
            assertEquals("4two", wire.nextButPing());
            assertArrayEquals(new byte[] {1}, (byte[]) wire.nextButPing());
            assertEquals("4three", wire.nextButPing());
        }
    }

    @Test
    void releases_a_poll_that_waits_after_the_probe_so_that_the_client_can_stop_polling() {
        String session = Http.open(PATH);
        try (Wire wire = upgrade(session)) {
            wire.send("2probe").next();
            assertEquals("6", Http.get(session).body());
            assertEquals("6", Http.get(session).body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4hello", "2", "2probes", "5", "3probe", "", "abc"})
    void without_a_probe_leaves_the_session_polling(String frame) {
        String session = Http.open(PATH);
        try (Wire wire = upgrade(session)) {
            wire.send(frame).closeCode();
        }
        assertPolls(session);
    }

    @Test
    void with_a_binary_frame_for_a_probe_leaves_the_session_polling() {
        String session = Http.open(PATH);
        try (Wire wire = upgrade(session)) {
            wire.send((byte) 2).closeCode();
        }
        assertPolls(session);
    }

    @Test
    void given_up_by_the_client_can_be_tried_again() {
        String session = Http.open(PATH);
        try (Wire wire = upgrade(session)) {
            wire.send("2probe").next();
            wire.send("4no").closeCode();
        }
        assertPolls(session);
        try (Wire wire = upgraded(session)) {
            assertEquals("4y", wire.send("4y").nextButPing());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2probe"})
    void not_finished_in_time_is_given_up_and_the_session_goes_on_polling(String frame) {
        String session = Http.open(Fixture.STRICT);
        try (Wire wire = upgrade(session)) {
            if (!frame.isEmpty()) {
                wire.send(frame);
            }
            wire.closeCode();
        }
        assertPolls(session);
    }

    @Test
    void closes_a_second_websocket_during_and_after() {
        String session = Http.open(PATH);
        try (Wire wire = upgrade(session); Wire second = upgrade(session)) {
            assertEquals(1002, second.next());
            wire.send("2probe").next();
            wire.send("5").send("4x");
            assertEquals("4x", wire.nextButPing());
            try (Wire third = upgrade(session)) {
                assertEquals(1002, third.next());
            }
            assertEquals("4y", wire.send("4y").nextButPing());
        }
    }

    @Test
    void is_not_for_a_session_that_began_over_websocket() {
        try (Wire wire = Wire.open(PATH + "?EIO=4&transport=websocket")) {
            String sid = Http.sid(wire.next().toString());
            try (Wire second = Wire.open(PATH + "?EIO=4&transport=websocket&sid=" + sid)) {
                assertEquals(1002, second.next());
            }
            assertEquals("4y", wire.send("4y").nextButPing());
        }
    }

    private static Wire upgrade(String session) {
        return Wire.open(session.replace("polling", "websocket"));
    }

    private static Wire upgraded(String session) {
        Wire wire = upgrade(session);
        wire.send("2probe").next();
        wire.send("5");
        assertEquals("4x", wire.send("4x").nextButPing());
        return wire;
    }

    private static void assertPolls(String session) {
        assertEquals("ok", Http.post(session, "4x").body());
        assertEquals("4x", Http.get(session).body());
    }
}
