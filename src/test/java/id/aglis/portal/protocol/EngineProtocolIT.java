package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Engine.IO 4 against the echo of the fixture. */
class EngineProtocolIT {

    private static final String PATH = "/engine.io/";
    private static final String PATIENT = "/patient/engine.io/";
    private static final String PATIENT_SOCKET = PATIENT + "?EIO=4&transport=websocket";
    private static final String SOCKET = PATH + "?EIO=4&transport=websocket";

    @Nested
    class Handshake {

        @Test
        void opens_a_session_over_polling_with_exactly_five_keys() {
            HttpResponse<String> response = Http.get(PATH + "?EIO=4&transport=polling");
            assertEquals(200, response.statusCode());
            assertTrue(response.body().matches("0\\{\"sid\":\"[\\w-]{32}\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":300,"
                    + "\"pingTimeout\":200,\"maxPayload\":1000000}"), response.body());
            assertEquals("text/plain;charset=UTF-8", response.headers().firstValue("Content-Type").orElse("").replace(" ", ""));
            assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        }

        @Test
        void opens_a_session_over_websocket_without_upgrades() {
            try (Wire wire = Wire.open(SOCKET)) {
                String open = wire.next().toString();
                assertTrue(open.startsWith("0{\"sid\":") && open.contains("\"upgrades\":[]"), open);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/engine.io", "/engine.io/"})
        void is_served_with_and_without_a_trailing_slash(String path) {
            assertEquals(200, Http.get(path + "?EIO=4&transport=polling").statusCode());
            Wire.open(path + "?EIO=4&transport=websocket").close();
        }

        @ParameterizedTest
        @CsvSource({
            "EIO=4, 0, Transport unknown",
            "EIO=4&transport=abc, 0, Transport unknown",
            "EIO=4&transport=polling&sid=abc, 1, Session ID unknown",
            "EIO=4&transport=websocket&sid=abc, 1, Session ID unknown",
            "EIO=4&transport=websocket, 3, Bad request",
            "transport=polling, 5, Unsupported protocol version",
            "EIO=3&transport=polling, 5, Unsupported protocol version"})
        void tells_what_is_wrong_with_a_request(String query, int code, String message) {
            HttpResponse<String> response = Http.get(PATH + "?" + query);
            assertEquals(400, response.statusCode());
            assertEquals("application/json", response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""));
            assertEquals("{\"code\":" + code + ",\"message\":\"" + message + "\"}", response.body());
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE"})
        void refuses_a_handshake_that_is_no_get(String method) {
            HttpResponse<String> response = Http.send(Http.request(PATH + "?EIO=4&transport=polling")
                    .method(method, BodyPublishers.ofString(""))).join();
            assertEquals(400, response.statusCode());
            assertEquals("{\"code\":2,\"message\":\"Bad handshake method\"}", response.body());
        }

        @ParameterizedTest
        @ValueSource(strings = {"EIO=4", "EIO=4&transport=abc", "transport=websocket", "EIO=3&transport=websocket",
            "EIO=4&transport=polling", "EIO=4&transport=websocket&sid=abc"})
        void refuses_a_bad_websocket_before_it_opens(String query) {
            assertThrows(CompletionException.class, () -> Wire.open(PATH + "?" + query));
        }
    }

    @Nested
    class Messages {

        @Test
        void come_back_over_polling_in_one_payload() {
            String session = Http.open(PATIENT);
            HttpResponse<String> push = Http.post(session, "4hello\u001ebAQIDBA==\u001e4€");
            assertEquals(200, push.statusCode());
            assertEquals("ok", push.body());
            assertEquals("text/html", push.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""));
            HttpResponse<String> poll = Http.get(session);
            assertEquals("4hello\u001ebAQIDBA==\u001e4€", poll.body());
        }

        @Test
        void come_back_over_websocket() {
            try (Wire wire = Wire.open(PATIENT_SOCKET)) {
                wire.next();
                assertEquals("4héllo", wire.send("4héllo").next());
                assertArrayEquals(new byte[] {1, 2, 3}, (byte[]) wire.send((byte) 1, (byte) 2, (byte) 3).nextButPing());
            }
        }

        @Test
        void as_large_as_allowed_come_back() {
            String large = "4" + "x".repeat(Fixture.MAX_PAYLOAD - 1);
            String session = Http.open(PATIENT);
            assertEquals(200, Http.post(session, large).statusCode());
            assertEquals(large, Http.get(session).body());
            try (Wire wire = Wire.open(PATIENT_SOCKET)) {
                wire.next();
                assertEquals(large, wire.send(large).nextButPing());
            }
        }

        @Test
        void that_are_too_large_are_refused() {
            String tooLarge = "4" + "x".repeat(Fixture.MAX_PAYLOAD);
            assertEquals(413, Http.post(Http.open(PATIENT), tooLarge).statusCode());
            try (Wire wire = Wire.open(PATIENT_SOCKET)) {
                wire.next();
                wire.send(tooLarge);
                assertEquals(1009, wire.closeCode());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"abc", "", "4ok\u001e9", "b!!!", "2"})
        void in_an_invalid_payload_close_the_session(String body) {
            String session = Http.open(PATIENT);
            assertTrue(Http.post(session, body).statusCode() == (body.equals("2") ? 200 : 400));
            assertEquals(400, Http.get(session).statusCode());
        }

        @Test
        void of_an_octet_stream_close_the_session() {
            String session = Http.open(PATIENT);
            assertEquals(400, Http.send(Http.request(session).header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofString("4x"))).join().statusCode());
            assertEquals(400, Http.get(session).statusCode());
        }

        @Test
        void in_an_invalid_frame_close_the_websocket() {
            try (Wire wire = Wire.open(PATIENT_SOCKET)) {
                wire.next();
                wire.send("abc");
                wire.closeCode();
            }
        }
    }

    @Nested
    class Heartbeat {

        @Test
        void goes_on_over_polling() {
            String session = Http.open(PATH);
            for (int i = 0; i < 3; i++) {
                assertEquals("2", Http.get(session).body());
                assertEquals(200, Http.post(session, "3").statusCode());
            }
        }

        @Test
        void goes_on_over_websocket() {
            try (Wire wire = Wire.open(SOCKET)) {
                wire.next();
                for (int i = 0; i < 3; i++) {
                    assertEquals("2", wire.next());
                    wire.send("3");
                }
            }
        }

        @Test
        void closes_the_websocket_upon_ping_timeout() {
            try (Wire wire = Wire.open(SOCKET)) {
                wire.closeCode();
            }
        }

        @Test
        void closes_the_session_upon_a_ping_of_the_client() {
            try (Wire wire = Wire.open(SOCKET)) {
                wire.next();
                wire.send("2");
                wire.closeCode();
            }
        }
    }

    @Nested
    class Closing {

        @Test
        void over_websocket_is_answered() {
            try (Wire wire = Wire.open(PATIENT_SOCKET)) {
                wire.next();
                wire.send("1");
                assertEquals(1000, wire.closeCode());
            }
        }

        @Test
        void of_a_cancelled_poll_ends_the_session() throws Exception {
            String session = Http.open(PATIENT);
            var poll = Http.getAsync(session);
            Thread.sleep(50);
            poll.cancel(true);
            Thread.sleep(50);
            assertEquals(400, Http.get(session).statusCode());
        }
    }

    @Nested
    class Upgrade {

        @Test
        void moves_the_session_to_the_websocket() {
            String session = Http.open(PATIENT);
            try (Wire wire = Wire.open(session.replace("polling", "websocket"))) {
                assertEquals("3probe", wire.send("2probe").next());
                assertEquals("6", Http.get(session).body());
                wire.send("5").send("4hello");
                assertEquals("4hello", wire.nextButPing());
                assertEquals(400, Http.get(session).statusCode());
                assertEquals(400, Http.post(session, "4x").statusCode());
            }
        }

        @Test
        void keeps_what_was_sent_before_in_order() {
            String session = Http.open(PATIENT);
            try (Wire wire = Wire.open(session.replace("polling", "websocket"))) {
                wire.send("2probe").next();
                Http.post(session, "4one\u001e4two");
                wire.send("5").send("4three");
                assertEquals("4one", wire.nextButPing());
                assertEquals("4two", wire.nextButPing());
                assertEquals("4three", wire.nextButPing());
            }
        }

        @Test
        void without_a_probe_leaves_the_session_polling() {
            String session = Http.open(PATIENT);
            try (Wire wire = Wire.open(session.replace("polling", "websocket"))) {
                wire.send("4hello");
                wire.closeCode();
            }
            assertEquals(200, Http.post(session, "4x").statusCode());
            assertEquals("4x", Http.get(session).body());
        }

        @Test
        void closes_a_second_websocket_during_and_after() {
            String session = Http.open(PATIENT);
            String upgrade = session.replace("polling", "websocket");
            try (Wire wire = Wire.open(upgrade); Wire second = Wire.open(upgrade)) {
                second.closeCode();
                wire.send("2probe").next();
                wire.send("5").send("4x");
                assertEquals("4x", wire.nextButPing());
                try (Wire third = Wire.open(upgrade)) {
                    third.closeCode();
                }
                assertEquals("4y", wire.send("4y").nextButPing());
            }
        }
    }

    @Nested
    class CrossOrigin {

        @Test
        void preflight_is_answered() {
            HttpResponse<String> response = Http.send(Http.request(PATH + "?EIO=4&transport=polling")
                    .header("Origin", "https://elsewhere.example").header("Access-Control-Request-Headers", "x-a")
                    .method("OPTIONS", BodyPublishers.noBody())).join();
            assertEquals(204, response.statusCode());
            assertEquals("*", response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
            assertEquals("GET,POST", response.headers().firstValue("Access-Control-Allow-Methods").orElse(""));
            assertEquals("x-a", response.headers().firstValue("Access-Control-Allow-Headers").orElse(""));
        }
    }
}
