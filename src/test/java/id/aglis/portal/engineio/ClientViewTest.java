package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientViewTest {

    private static final Origins PROXIES = new Origins(Set.of(), Set.of("127.0.0.1", "10.0.0.1"));

    @Test
    void believes_a_trusted_proxy() {
        assertEquals("192.0.2.9", address(new FakeRequest().header("X-Forwarded-For", "192.0.2.9")));
    }

    @Test
    void believes_nobody_else() {
        FakeRequest spoofed = new FakeRequest().from("198.51.100.4").header("X-Forwarded-For", "192.0.2.9")
                .header("X-Forwarded-Proto", "https");
        assertEquals("198.51.100.4", address(spoofed));
        assertFalse(view(spoofed).isSecure());
    }

    @Test
    void takes_the_last_address_no_trusted_proxy_has() {
        assertEquals("192.0.2.9", address(new FakeRequest().header("X-Forwarded-For", "6.6.6.6, 192.0.2.9, 10.0.0.1")));
    }

    @Test
    void is_not_fooled_by_a_trusted_address_the_client_made_up() {
        assertEquals("192.0.2.9", address(new FakeRequest().header("X-Forwarded-For", "10.0.0.1, 192.0.2.9")));
    }

    @Test
    void reads_a_chain_that_the_proxy_continues_in_a_header_of_its_own() {
        assertEquals("192.0.2.9", address(new FakeRequest().header("X-Forwarded-For", "6.6.6.6", "192.0.2.9")));
    }

    @Test
    void is_the_peer_when_no_proxy_says_otherwise() {
        assertEquals("127.0.0.1", address(new FakeRequest()));
    }

    @Test
    void is_secure_when_a_trusted_proxy_spoke_tls() {
        assertTrue(view(new FakeRequest().header("X-Forwarded-Proto", "HTTPS")).isSecure());
        assertFalse(view(new FakeRequest().header("X-Forwarded-Proto", "http")).isSecure());
    }

    @Test
    void allows_requests_without_origin_and_from_its_own() {
        assertTrue(view(new FakeRequest()).isOriginAllowed());
        assertTrue(isAllowed("http://portal:8080", "portal:8080"));
        assertTrue(isAllowed("http://PORTAL", "portal:80"));
        assertTrue(isAllowed("http://[::1]:8080", "[::1]:8080"));
        assertTrue(isAllowed("http://portal_one:8080", "portal_one:8080"));
    }

    @Test
    void refuses_other_schemes_hosts_and_ports_and_what_is_no_origin() {
        for (String origin : List.of("http://evil.example", "https://portal:8080", "http://portal:8081", "http://portal", "null", "",
                "portal:8080", "::", "http://", "http://portal:8080/", "http://me@portal:8080", "http://portal:8080#a", "file://portal:8080",
                "http://portal:8080 http://portal:8080")) {
            assertFalse(isAllowed(origin, "portal:8080"), origin);
        }
        assertFalse(view(new FakeRequest().header("Origin", "http://portal")).isOriginAllowed());
    }

    @Test
    void takes_scheme_and_host_from_a_trusted_proxy_only() {
        FakeRequest request = new FakeRequest().header("Origin", "https://portal.example").header("Host", "127.0.0.1:8080")
                .header("X-Forwarded-Host", "portal.example").header("X-Forwarded-Proto", "https");
        assertTrue(view(request).isOriginAllowed());
        assertFalse(view(request.from("198.51.100.4")).isOriginAllowed());
        assertFalse(view(request.from("127.0.0.1").header("X-Forwarded-Proto", "http")).isOriginAllowed());
    }

    @Test
    void allows_the_origins_of_its_configuration_however_they_are_spelt() {
        FakeRequest request = new FakeRequest().header("Origin", "https://app.example").header("Host", "portal:8080");
        for (String allowed : List.of("https://app.example", "https://App.Example:443", "*")) {
            assertTrue(new ClientView(request.head(), Origins.of(Set.of(allowed))).isOriginAllowed(), allowed);
        }
        for (String allowed : List.of("https://other.example", "http://app.example", "https://app.example:8443")) {
            assertFalse(new ClientView(request.head(), Origins.of(Set.of(allowed))).isOriginAllowed(), allowed);
        }
    }

    @Test
    void takes_no_configuration_that_names_anything_but_origins() {
        assertThrows(IllegalArgumentException.class, () -> Origins.of(Set.of("https://app.example/portal")));
        assertThrows(IllegalArgumentException.class, () -> Origins.of(Set.of("app.example")));
    }

    @Test
    void keeps_headers_by_lower_case_name_and_the_query() {
        HandshakeRequest kept = view(new FakeRequest().header("User-Agent", "test").query("EIO", "4")).handshake(() -> Instant.EPOCH);
        assertEquals(List.of("test"), kept.headers().get("user-agent"));
        assertEquals(List.of("4"), kept.query().get("EIO"));
        assertEquals(Instant.EPOCH, kept.time());
    }

    private static boolean isAllowed(String origin, String host) {
        return view(new FakeRequest().header("Origin", origin).header("Host", host)).isOriginAllowed();
    }

    private static String address(FakeRequest request) {
        return view(request).address();
    }

    private static ClientView view(FakeRequest request) {
        return new ClientView(request.head(), PROXIES);
    }
}
