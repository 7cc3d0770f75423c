package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engine.IO's packets, one by one over WebSocket and in payloads over polling. */
@EveryAddress
class EnginePacketsIT {

    private static final String PATH = "/patient/engine.io/";
    private static final String LARGEST = "4" + "x".repeat(Fixture.MAX_PAYLOAD - 1);
    /** Fewer characters than allowed, but more bytes. */
    private static final String TOO_LARGE = "4" + "é".repeat(Fixture.MAX_PAYLOAD / 2);

    @Test
    void come_back_over_polling_in_one_payload_and_in_order() {
        String session = Http.open(PATH);
        Http.post(session, "4hello\u001ebAQIDBA==\u001e4€\u001e4");
        assertEquals("4hello\u001ebAQIDBA==\u001e4€\u001e4", Http.get(session).body());
    }

    @Test
    void are_taken_with_ok_and_given_as_plain_text() {
        String session = Http.open(PATH);
        HttpResponse<String> push = Http.post(session, "4x");
        assertEquals(200, push.statusCode());
        assertEquals("ok", push.body());
        assertEquals("text/html", Http.contentType(push));
        assertEquals("2", push.headers().firstValue("Content-Length").orElse(""));
        HttpResponse<String> poll = Http.get(session);
        assertEquals(200, poll.statusCode());
        assertEquals("text/plain", Http.contentType(poll));
        assertEquals("text/plain;charset=utf-8", poll.headers().firstValue("Content-Type").orElse("").replace(" ", "").toLowerCase());
        assertEquals("no-store", poll.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void come_back_over_websocket_one_per_frame() {
        try (Wire wire = open()) {
            assertEquals("4héllo", wire.send("4héllo").nextButPing());
            assertArrayEquals(new byte[] {1, 2, 3}, (byte[]) wire.send((byte) 1, (byte) 2, (byte) 3).nextButPing());
            assertEquals("4", wire.send("4").nextButPing());
            assertArrayEquals(new byte[0], (byte[]) wire.send(new byte[0]).nextButPing());
        }
    }

    @Test
    void wait_for_a_poll_and_a_poll_waits_for_them() {
        String session = Http.open(PATH);
        var poll = Http.getAsync(session);
        Http.post(session, "4one");
        assertEquals("4one", poll.join().body());
        Http.post(session, "4two");
        Http.post(session, "4three");
        assertEquals("4two\u001e4three", Http.get(session).body());
    }

    @Test
    void as_large_as_allowed_come_back() {
        String session = Http.open(PATH);
        assertEquals(200, Http.post(session, LARGEST).statusCode());
        assertEquals(LARGEST, Http.get(session).body());
        try (Wire wire = open()) {
            assertEquals(LARGEST, wire.send(LARGEST).nextButPing());
            assertEquals(Fixture.MAX_PAYLOAD, ((byte[]) wire.send(new byte[Fixture.MAX_PAYLOAD]).nextButPing()).length);
        }
    }

    @Test
    void too_large_for_a_push_are_refused_and_the_session_goes_on() {
        String session = Http.open(PATH);
        assertEquals(413, Http.post(session, TOO_LARGE).statusCode());
        byte[] bytes = TOO_LARGE.getBytes(StandardCharsets.UTF_8);
        assertEquals(413, Http.send(Http.request(session)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))).join().statusCode());
        assertEquals("ok", Http.post(session, "4x").body());
        assertEquals("4x", Http.get(session).body());
    }

    @Test
    void too_large_for_a_websocket_close_it() {
        try (Wire wire = open()) {
            wire.trySend(TOO_LARGE);
            assertEquals(1009, wire.closeCode());
        }
        try (Wire wire = open()) {
            wire.trySend(new byte[Fixture.MAX_PAYLOAD + 1]);
            assertEquals(1009, wire.closeCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "4ok\u001e9", "4ok\u001e", "b!!!", "bA", "\u001e", "7", " 4x"})
    void in_an_invalid_payload_close_the_session(String body) {
        String session = Http.open(PATH);
        assertEquals(400, Http.post(session, body).statusCode());
        assertEquals(400, Http.get(session).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "9", " 4x"})
    void in_an_invalid_frame_close_the_websocket(String frame) {
        try (Wire wire = open()) {
            assertEquals(1002, wire.send(frame).closeCode());
        }
    }

    @Test
    void in_an_octet_stream_close_the_session() {
        String session = Http.open(PATH);
        assertEquals(400, Http.send(Http.request(session).header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofString("4x"))).join().statusCode());
        assertEquals(400, Http.get(session).statusCode());
    }

    @Test
    void without_meaning_for_a_server_are_ignored() {
        String session = Http.open(PATH);
        assertEquals("ok", Http.post(session, "0{}\u001e3\u001e5\u001e6\u001e4x").body());
        assertEquals("4x", Http.get(session).body());
        try (Wire wire = open()) {
            assertEquals("4x", wire.send("0").send("3").send("5").send("6").send("4x").nextButPing());
        }
    }

    @Test
    void of_clients_without_binary_frames_come_as_base64_over_websocket() {
        try (Wire wire = Wire.open(PATH + "?EIO=4&transport=websocket&b64=1")) {
            wire.next();
            assertEquals("bAQIDBA==", wire.send("bAQIDBA==").nextButPing());
        }
    }

    private static Wire open() {
        Wire wire = Wire.open(PATH + "?EIO=4&transport=websocket");
        wire.next();
        return wire;
    }
}
