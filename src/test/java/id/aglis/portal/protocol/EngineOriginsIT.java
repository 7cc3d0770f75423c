package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which pages may talk to an Engine.IO server, and what it tells their browsers. */
@EveryAddress
class EngineOriginsIT {

    private static final String OPEN = "/patient/engine.io/?EIO=4&transport=polling";
    private static final String STRICT = Fixture.STRICT + "?EIO=4&transport=polling";
    private static final String STRANGER = "https://stranger.example";

    @Test
    void are_all_welcome_without_credentials_where_any_may_come() {
        HttpResponse<String> response = get(OPEN, STRANGER);
        assertEquals(200, response.statusCode());
        assertEquals("*", header(response, "Allow-Origin"));
        assertEquals("", header(response, "Allow-Credentials"));
        Wire.open(OPEN.replace("polling", "websocket"), STRANGER).close();
    }

    @Test
    void are_told_in_answers_to_pushes_and_to_bad_requests_too() {
        String session = Http.open("/patient/engine.io/");
        assertEquals("*", header(Http.send(Http.request(session).header("Origin", STRANGER)
                .POST(BodyPublishers.ofString("4x"))).join(), "Allow-Origin"));
        assertEquals("*", header(get(session + "x", STRANGER), "Allow-Origin"));
    }

    @Test
    void may_ask_before_they_come() {
        HttpResponse<String> response = preflight(OPEN, STRANGER);
        assertEquals(204, response.statusCode());
        assertEquals("*", header(response, "Allow-Origin"));
        assertEquals("GET,POST", header(response, "Allow-Methods"));
        assertEquals("x-a", header(response, "Allow-Headers"));
    }

    @Test
    void that_are_friends_are_named_and_may_bring_credentials() {
        for (HttpResponse<String> response : List.of(get(STRICT, Fixture.FRIEND), preflight(STRICT, Fixture.FRIEND))) {
            assertTrue(response.statusCode() < 300);
            assertEquals(Fixture.FRIEND, header(response, "Allow-Origin"));
            assertEquals("true", header(response, "Allow-Credentials"));
            assertTrue(response.headers().allValues("Vary").toString().contains("Origin"));
        }
        Wire.open(STRICT.replace("polling", "websocket"), Fixture.FRIEND).close();
    }

    @Test
    void that_are_strangers_are_refused() {
        HttpResponse<String> response = get(STRICT, STRANGER);
        assertEquals(403, response.statusCode());
        assertEquals("", header(response, "Allow-Origin"));
        assertEquals("", header(preflight(STRICT, STRANGER), "Allow-Origin"));
        assertEquals(403, Wire.refusal(STRICT.replace("polling", "websocket"), STRANGER));
    }

    @Test
    void that_are_the_servers_own_or_none_are_let_in() {
        assertEquals(200, get(STRICT, Fixture.base()).statusCode());
        assertEquals(200, Http.get(STRICT).statusCode());
        Wire.open(STRICT.replace("polling", "websocket"), Fixture.base()).close();
    }

    private static HttpResponse<String> get(String pathAndQuery, String origin) {
        return Http.send(Http.request(pathAndQuery).header("Origin", origin).GET()).join();
    }

    private static HttpResponse<String> preflight(String pathAndQuery, String origin) {
        return Http.send(Http.request(pathAndQuery).header("Origin", origin).header("Access-Control-Request-Headers", "x-a")
                .method("OPTIONS", BodyPublishers.noBody())).join();
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue("Access-Control-" + name).orElse("");
    }
}
