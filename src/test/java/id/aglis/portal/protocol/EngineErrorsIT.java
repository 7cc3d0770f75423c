package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an Engine.IO server says to a request that is wrong. */
@EveryAddress
class EngineErrorsIT {

    private static final String PATH = "/patient/engine.io/";
    private static final String STRANGER = "https://stranger.example";

    @ParameterizedTest
    @CsvSource({
        "EIO=4, 0, Transport unknown",
        "EIO=4&transport=abc, 0, Transport unknown",
        "EIO=4&transport=webtransport, 0, Transport unknown",
        "EIO=4&transport=polling&sid=abc, 1, Session ID unknown",
        "EIO=4&transport=polling&sid=, 1, Session ID unknown",
        "EIO=4&transport=websocket&sid=abc, 1, Session ID unknown",
        "EIO=4&transport=websocket, 3, Bad request",
        "transport=polling, 5, Unsupported protocol version",
        "EIO=3&transport=polling, 5, Unsupported protocol version",
        "EIO=5&transport=polling, 5, Unsupported protocol version"})
    void names_what_is_wrong_with_code_and_message(String query, int code, String message) {
        assertError(400, code, message, Http.get(PATH + "?" + query));
    }

    @Test
    void forbids_with_a_status_of_its_own() {
        assertError(403, 4, "Forbidden", send("GET", Fixture.STRICT + "?EIO=4&transport=polling", STRANGER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "HEAD"})
    void refuses_a_handshake_that_is_no_get(String method) {
        HttpResponse<String> response = send(method, PATH + "?EIO=4&transport=polling", "");
        assertEquals(400, response.statusCode());
        assertEquals(method.equals("HEAD") ? "" : "{\"code\":2,\"message\":\"Bad handshake method\"}", response.body());
    }

    @Test
    void refuses_a_push_to_an_unknown_session() {
        assertError(400, 1, "Session ID unknown", Http.post(PATH + "?EIO=4&transport=polling&sid=abc", "4x"));
    }

    @Test
    void knows_a_session_only_at_the_path_where_it_began() {
        String elsewhere = Http.open(PATH).replace(PATH, "/engine.io/");
        assertError(400, 1, "Session ID unknown", Http.get(elsewhere));
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   EIO=3&transport=abc&sid=x,       0",
        "PUT,    EIO=3&transport=polling&sid=x,   1",
        "GET,    EIO=3&transport=websocket&sid=x, 1",
        "POST,   EIO=3&transport=websocket,       2",
        "GET,    EIO=3&transport=websocket,       3",
        "GET,    EIO=3&transport=polling,         4"})
    void looks_at_transport_session_method_upgrade_permission_and_version_in_this_order(String method, String query, int code) {
        HttpResponse<String> response = send(method, Fixture.STRICT + "?" + query, STRANGER);
        assertCode(code, response.body());
    }

    @Test
    void refuses_an_origin_that_cannot_be_one() throws IOException {
        try (Tcp request = Tcp.request("GET", PATH + "?EIO=4&transport=polling", "Connection: close", "Origin: http://a\u007f")) {
            assertTrue(request.answer().startsWith("HTTP/1.1 400 "));
        }
    }

    @Test
    void refuses_a_request_over_a_transport_that_is_not_the_sessions() {
        String session = Http.open(PATH);
        assertError(400, 3, "Bad request", Http.get(session.replace("polling", "websocket")));
        assertEquals("ok", Http.post(session, "4x").body());
        assertEquals("4x", Http.get(session).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void refuses_other_methods_and_the_session_goes_on(String method) {
        String session = Http.open(PATH);
        assertError(400, 3, "Bad request", send(method, session, ""));
        assertEquals("ok", Http.post(session, "4x").body());
        assertEquals("4x", Http.get(session).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EIO=4", "EIO=4&transport=abc", "transport=websocket", "EIO=3&transport=websocket",
        "EIO=4&transport=polling", "EIO=4&transport=websocket&sid=abc"})
    void refuses_a_bad_websocket_before_it_opens(String query) {
        assertEquals(400, Wire.refusal(PATH + "?" + query, ""));
    }

    @Test
    void forbids_a_websocket_before_it_opens() {
        assertEquals(403, Wire.refusal(Fixture.STRICT + "?EIO=4&transport=websocket", STRANGER));
    }

    private static HttpResponse<String> send(String method, String pathAndQuery, String origin) {
        var request = Http.request(pathAndQuery).method(method, BodyPublishers.noBody());
        return Http.send(origin.isEmpty() ? request : request.header("Origin", origin)).join();
    }

    private static void assertCode(int code, String answer) {
        assertTrue(answer.contains("{\"code\":" + code + ","), answer);
    }

    private static void assertError(int status, int code, String message, HttpResponse<String> response) {
        assertEquals("{\"code\":" + code + ",\"message\":\"" + message + "\"}", response.body());
        assertEquals(status, response.statusCode());
        assertEquals("application/json", Http.contentType(response));
    }
}
