package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Pages of the server's own origin may connect, and those of one other. */
class OriginsIT {

    private static final String PATH = "/patient/engine.io/";
    private static final String FORBIDDEN = "{\"code\":4,\"message\":\"Forbidden\"}";

    private final URI server = TightFixture.http("");

    @Test
    void of_the_same_scheme_host_and_port_may_connect() {
        assertAdmitted(Map.of("Origin", server.toString()));
        assertAdmitted(Map.of());
    }

    @Test
    void of_another_scheme_host_or_port_may_not() {
        assertRefused(Map.of("Origin", "https://127.0.0.1:" + server.getPort()));
        assertRefused(Map.of("Origin", "http://127.0.0.1:" + (server.getPort() + 1)));
        assertRefused(Map.of("Origin", "http://127.0.0.1"));
        assertRefused(Map.of("Origin", "http://localhost:" + server.getPort()));
        assertRefused(Map.of("Origin", "null"));
    }

    @Test
    void are_compared_with_what_a_trusted_proxy_says() {
        Map<String, String> proxied = Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "portal.example");
        assertAdmitted(with(proxied, "https://portal.example"));
        assertRefused(with(proxied, "http://portal.example"));
        assertRefused(with(proxied, server.toString()));
    }

    @Test
    void that_are_named_may_connect_and_read_the_answers() {
        HttpResponse<String> answer = assertAdmitted(Map.of("Origin", TightFixture.FOREIGN_ORIGIN));
        assertEquals(TightFixture.FOREIGN_ORIGIN, header(answer, "Access-Control-Allow-Origin"));
        assertEquals("true", header(answer, "Access-Control-Allow-Credentials"));
        assertEquals("Origin", header(answer, "Vary"));
    }

    @Test
    void that_are_named_are_told_so_before_they_ask() {
        HttpResponse<String> allowed = preflight(TightFixture.FOREIGN_ORIGIN);
        assertEquals(204, allowed.statusCode());
        assertEquals(TightFixture.FOREIGN_ORIGIN, header(allowed, "Access-Control-Allow-Origin"));
        assertEquals("GET,POST", header(allowed, "Access-Control-Allow-Methods"));
        assertEquals("x-token", header(allowed, "Access-Control-Allow-Headers"));
        assertEquals("", header(preflight("https://evil.example"), "Access-Control-Allow-Origin"));
    }

    @Test
    void may_not_take_over_the_session_of_another() {
        String session = guest(Map.of()).open(PATH);
        Guest evil = guest(Map.of("Origin", "https://evil.example"));
        assertEquals(FORBIDDEN, evil.get(session).body());
        assertEquals(FORBIDDEN, evil.post(session, "4x").body());
        assertThrows(CompletionException.class,
                () -> Wire.open(TightFixture.webSocket(session.replace("polling", "websocket")), evil.headers()));
        assertEquals("ok", guest(Map.of()).post(session, "1").body());
    }

    private static HttpResponse<String> assertAdmitted(Map<String, String> headers) {
        Guest guest = guest(headers);
        HttpResponse<String> answer = guest.handshake(PATH);
        assertEquals(200, answer.statusCode());
        guest.post(PATH + "?EIO=4&transport=polling&sid=" + Http.sid(answer.body()), "1");
        guest.wire(PATH).close();
        return answer;
    }

    private static void assertRefused(Map<String, String> headers) {
        HttpResponse<String> answer = guest(headers).handshake(PATH);
        assertEquals(403, answer.statusCode());
        assertEquals(FORBIDDEN, answer.body());
        assertEquals("", header(answer, "Access-Control-Allow-Origin"));
        assertThrows(CompletionException.class, () -> guest(headers).wire(PATH));
    }

    private static HttpResponse<String> preflight(String origin) {
        return guest(Map.of("Origin", origin, "Access-Control-Request-Headers", "x-token"))
                .send(PATH + "?EIO=4&transport=polling", "OPTIONS", BodyPublishers.noBody());
    }

    private static Guest guest(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("X-Forwarded-For", Guest.address());
        return new Guest(all);
    }

    private static Map<String, String> with(Map<String, String> headers, String origin) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Origin", origin);
        return all;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
