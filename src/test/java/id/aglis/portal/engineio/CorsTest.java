package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CorsTest {

    private final FakeResponse response = new FakeResponse();

    @Test
    void lets_a_page_of_an_origin_that_is_named_read_with_its_credentials() {
        permit("https://app.example", "https://app.example");
        assertEquals("https://app.example", response.header("Access-Control-Allow-Origin"));
        assertEquals("true", response.header("Access-Control-Allow-Credentials"));
        assertEquals("Origin", response.header("Vary"));
    }

    @Test
    void tells_other_origins_nothing_and_caches_that_it_depends() {
        permit("https://app.example", "https://evil.example");
        assertNull(response.header("Access-Control-Allow-Origin"));
        assertNull(response.header("Access-Control-Allow-Credentials"));
        assertEquals("Origin", response.header("Vary"));
    }

    @Test
    void lets_every_page_read_without_credentials_where_any_origin_is_allowed() {
        permit("*", "https://anywhere.example");
        assertEquals("*", response.header("Access-Control-Allow-Origin"));
        assertNull(response.header("Access-Control-Allow-Credentials"));
        assertNull(response.header("Vary"));
    }

    @Test
    void answers_a_preflight_with_what_is_asked_for() {
        cors("https://app.example").preflight(new FakeRequest().method("OPTIONS").header("Origin", "https://app.example")
                .header("Access-Control-Request-Headers", "x-a, x-b").head(), response.get()::addHeader);
        assertEquals("https://app.example", response.header("Access-Control-Allow-Origin"));
        assertEquals("GET,POST", response.header("Access-Control-Allow-Methods"));
        assertEquals("x-a, x-b", response.header("Access-Control-Allow-Headers"));
        assertEquals("600", response.header("Access-Control-Max-Age"));
        assertEquals("Origin, Access-Control-Request-Headers", response.header("Vary"));
    }

    @Test
    void answers_a_preflight_of_another_origin_without_permission() {
        cors("https://app.example").preflight(new FakeRequest().method("OPTIONS").header("Origin", "https://evil.example").head(),
                response.get()::addHeader);
        assertNull(response.header("Access-Control-Allow-Origin"));
        assertNull(response.header("Access-Control-Allow-Headers"));
    }

    private void permit(String allowed, String origin) {
        cors(allowed).permit(new FakeRequest().header("Origin", origin).head(), response.get()::addHeader);
    }

    private static Cors cors(String allowed) {
        return new Cors(Origins.of(Set.of(allowed)));
    }
}
