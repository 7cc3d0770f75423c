package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One connection for requests of all kinds, one after another, as a proxy keeps it: where polls are served does not show. */
class SharedConnectionsIT {

    private static final String PATH = "/patient/engine.io/";
    /** A masked text frame of six characters, with a mask of zeros. */
    private static final String PROBE = "\u0081\u0086\0\0\0\0" + "2probe";
    private static final String ANSWERED_PROBE = "\u0081\u0006" + "3probe";

    @Test
    void serves_handshakes_pushes_and_polls() throws IOException {
        try (Tcp tcp = Tcp.connect()) {
            String first = open(tcp);
            String second = open(tcp);
            for (String session : List.of(first, second, first)) {
                assertEquals("ok", body(tcp.send(post(session, "4h\u00c3\u00a9llo")).next()));
                assertEquals("4h\u00e9llo", body(tcp.send(get(session)).next()));
            }
        }
    }

    @Test
    void serves_everything_else_in_between() throws IOException {
        try (Tcp tcp = Tcp.connect()) {
            String session = open(tcp);
            for (int i = 0; i < 3; i++) {
                assertEquals("ok", body(tcp.send(post(session, "4" + i)).next()));
                assertStatus(200, tcp.send(get("/health/live")).next());
                assertEquals("4" + i, body(tcp.send(get(session)).next()));
                assertStatus(404, tcp.send(get(PATH + "elsewhere?EIO=4&transport=polling")).next());
            }
        }
    }

    @Test
    void takes_bodies_that_come_late_or_in_chunks() throws IOException {
        try (Tcp tcp = Tcp.connect()) {
            String session = open(tcp);
            for (int i = 0; i < 3; i++) {
                tcp.send(head("POST", session, "Content-Length: 5"));
                assertEquals("ok", body(tcp.send("4late").next()));
                assertEquals("4late", body(tcp.send(get(session)).next()));
                tcp.send(head("POST", session, "Transfer-Encoding: chunked"));
                assertEquals("ok", body(tcp.send("2\r\n4i\r\n").send("5\r\nn two\r\n0\r\n\r\n").next()));
                assertEquals("4in two", body(tcp.send(get(session)).next()));
            }
        }
    }

    @Test
    void begins_with_a_push_whose_body_comes_late() throws IOException {
        String session = Http.open(PATH);
        try (Tcp tcp = Tcp.connect()) {
            tcp.send(head("POST", session, "Content-Length: 5"));
            assertEquals("ok", body(tcp.send("4late").next()));
            assertEquals("4late", body(tcp.send(get(session)).next()));
        }
    }

    @Test
    void answers_what_is_wrong_and_goes_on() throws IOException {
        try (Tcp tcp = Tcp.connect()) {
            String session = open(tcp);
            assertEquals("{\"code\":1,\"message\":\"Session ID unknown\"}", body(tcp.send(get(session + "x")).next()));
            assertEquals("{\"code\":0,\"message\":\"Transport unknown\"}", body(tcp.send(get(PATH + "?EIO=4&transport=smoke")).next()));
            assertEquals("{\"code\":5,\"message\":\"Unsupported protocol version\"}", body(tcp.send(get(PATH + "?EIO=3&transport=polling")).next()));
            assertEquals("ok", body(tcp.send(post(session, "4x")).next()));
            assertEquals("4x", body(tcp.send(get(session)).next()));
        }
    }

    @Test
    void understands_a_query_that_is_encoded() throws IOException {
        try (Tcp tcp = Tcp.connect()) {
            String session = open(tcp);
            assertEquals("ok", body(tcp.send(post(session.replace("polling", "%70olling"), "4x")).next()));
            assertEquals("4x", body(tcp.send(get(session)).next()));
        }
    }

    @Test
    void closes_when_it_is_asked_to() throws IOException {
        try (Tcp tcp = Tcp.connect()) {
            String session = open(tcp);
            tcp.send(post(session, "4x")).next();
            assertTrue(tcp.send(head("GET", session, "Connection: close")).answer().endsWith("\r\n\r\n4x"));
        }
    }

    @Test
    void becomes_a_websocket() throws IOException {
        try (Tcp tcp = Tcp.connect()) {
            String session = open(tcp);
            tcp.send(post(session, "4x")).next();
            assertEquals("4x", body(tcp.send(get(session)).next()));
            String upgrade = head("GET", session.replace("polling", "websocket"), "Upgrade: websocket", "Connection: Upgrade",
                    "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==");
            assertStatus(101, tcp.send(upgrade).next());
            assertEquals(ANSWERED_PROBE, tcp.send(PROBE).read(ANSWERED_PROBE.length()));
        }
    }

    private static String open(Tcp tcp) throws IOException {
        return PATH + "?EIO=4&transport=polling&sid=" + Http.sid(tcp.send(get(PATH + "?EIO=4&transport=polling")).next());
    }

    private static String get(String path) {
        return head("GET", path);
    }

    private static String post(String path, String body) {
        return head("POST", path, "Content-Length: " + body.length()) + body;
    }

    private static String head(String method, String path, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + Fixture.http("/").getAuthority() + "\r\n"
                + String.join("", List.of(headers).stream().map(header -> header + "\r\n").toList()) + "\r\n";
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static void assertStatus(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    }
}
