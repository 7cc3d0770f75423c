package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an Engine.IO session begins. */
@EveryAddress
class EngineHandshakeIT {

    private static final String OPEN = "0\\{\"sid\":\"[\\w-]{32}\",\"upgrades\":\\[%s],\"pingInterval\":%d,\"pingTimeout\":%d,"
            + "\"maxPayload\":1000000}";

    @Test
    void opens_a_session_over_polling_with_exactly_five_keys() {
        HttpResponse<String> response = Http.get("/engine.io/?EIO=4&transport=polling");
        assertEquals(200, response.statusCode());
        assertMatches(OPEN.formatted("\"websocket\"", Fixture.PING_INTERVAL, Fixture.PING_TIMEOUT), response.body());
    }

    @Test
    void opens_a_session_over_websocket_with_the_same_keys_and_no_upgrades() {
        try (Wire wire = Wire.open("/engine.io/?EIO=4&transport=websocket")) {
            assertMatches(OPEN.formatted("", Fixture.PING_INTERVAL, Fixture.PING_TIMEOUT), wire.next().toString());
        }
    }

    @Test
    void announces_what_the_engine_at_another_path_is_configured_with() {
        assertMatches(OPEN.formatted("\"websocket\"", 10_000, 10_000), Http.get("/patient/engine.io/?EIO=4&transport=polling").body());
        try (Wire wire = Wire.open("/patient/socket.io/?EIO=4&transport=websocket")) {
            assertMatches(OPEN.formatted("", 10_000, 10_000), wire.next().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine.io", "/engine.io/", "/socket.io", "/socket.io/", "/patient/engine.io", "/patient/socket.io/"})
    void is_served_with_and_without_a_trailing_slash(String path) {
        assertEquals(200, Http.get(path + "?EIO=4&transport=polling").statusCode());
        Wire.open(path + "?EIO=4&transport=websocket").close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine.io/more", "/engine", "/engine.ioo/", "/"})
    void is_served_nowhere_else(String path) {
        assertEquals(404, Http.get(path + "?EIO=4&transport=polling").statusCode());
        assertEquals(404, Wire.refusal(path + "?EIO=4&transport=websocket", ""));
    }

    @Test
    void gives_every_session_an_id_of_its_own() {
        assertNotEquals(Http.open("/engine.io/"), Http.open("/engine.io/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EIO=4&transport=polling&t=abc123", "t=1&transport=polling&EIO=4", "EIO=4&transport=polling&b64=1",
        "EIO=4&transport=polling&token=%C3%A9%26"})
    void ignores_the_order_of_parameters_and_those_it_does_not_know(String query) {
        assertEquals(200, Http.get("/engine.io/?" + query).statusCode());
        Wire.open("/engine.io/?" + query.replace("polling", "websocket")).close();
    }

    @Test
    void sets_no_cookie_and_is_not_to_be_stored() {
        HttpResponse<String> response = Http.get("/engine.io/?EIO=4&transport=polling");
        assertTrue(response.headers().firstValue("Set-Cookie").isEmpty());
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
    }

    private static void assertMatches(String pattern, String text) {
        assertTrue(text.matches(pattern), text);
    }
}
