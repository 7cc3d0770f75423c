package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every limit is crossed once: the client gets the protocol's own answer, and the log says nothing. */
class LimitsIT {

    private static final String ENGINE = "/patient/engine.io/";
    private static final String SOCKETS = "/patient/socket.io/";
    private static final String FORBIDDEN = "{\"code\":4,\"message\":\"Forbidden\"}";
    private static final Pattern NOISE = Pattern.compile("(?m)^.* (WARNING|SEVERE) .*$|^\\s+at .*$");

    private final Guest guest = Guest.fromElsewhere();

    @AfterEach
    void the_log_says_nothing() {
        assertFalse(NOISE.matcher(TightFixture.log()).find(), TightFixture::log);
    }

    @Test
    void of_a_payload() {
        String tooLarge = "4" + "x".repeat(TightFixture.MAX_PAYLOAD);
        String session = guest.open(ENGINE);
        assertEquals(413, guest.post(session, tooLarge).statusCode());
        byte[] bytes = tooLarge.getBytes(StandardCharsets.UTF_8);
        assertEquals(413, guest.send(session, "POST", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))).statusCode());
        try (Wire wire = guest.wire(ENGINE)) {
            assertEquals(1009, wire.send(tooLarge).next());
        }
        try (Wire wire = guest.wire(ENGINE)) {
            assertEquals(1009, wire.send("4" + "€".repeat(TightFixture.MAX_PAYLOAD / 3 + 1)).next());
        }
        try (Wire wire = guest.wire(ENGINE)) {
            assertEquals(1009, wire.send(bytes).next());
        }
    }

    @Test
    void of_attachments() {
        try (Wire wire = connect("")) {
            assertEquals(1002, wire.send("4" + "5" + (TightFixture.MAX_ATTACHMENTS + 1) + "-[\"message\"]").closeCode());
        }
    }

    @Test
    void of_packets_per_second() {
        try (Wire wire = guest.wire(ENGINE)) {
            assertEquals(1008, flood(wire));
        }
        String session = guest.open(ENGINE);
        assertEquals(429, guest.post(session, String.join("\u001e", java.util.Collections.nCopies(20 * TightFixture.PACKETS, "4x")))
                .statusCode());
        assertEquals(400, guest.get(session).statusCode());
    }

    @Test
    void of_bytes_per_second() {
        String large = "4" + "x".repeat(TightFixture.MAX_PAYLOAD - 1);
        try (Wire wire = guest.wire(ENGINE)) {
            Object answer = large;
            for (int i = 0; i < 20 && answer.equals(large); i++) {
                answer = wire.send(large).nextButPing();
            }
            assertEquals(1008, answer);
        }
        String session = guest.open(ENGINE);
        int status = 200;
        for (int i = 0; i < 20 && status == 200; i++) {
            status = guest.post(session, large).statusCode();
        }
        assertEquals(429, status);
        assertEquals(400, guest.get(session).statusCode());
    }

    @Test
    void of_rooms() {
        try (Wire wire = connect("")) {
            for (int i = 0; i < TightFixture.ROOMS; i++) {
                assertEquals("43" + i + "[]", wire.send("42" + i + "[\"join\",\"room-" + i + "\"]").nextButPing());
            }
            assertEquals("439[{\"error\":\"Too many rooms\"}]", wire.send("429[\"join\",\"one-more\"]").nextButPing());
            assertEquals("437[]", wire.send("427[\"leave\",\"room-0\"]").nextButPing());
            assertEquals("438[]", wire.send("428[\"join\",\"one-more\"]").nextButPing());
        }
    }

    @Test
    void of_namespaces() {
        try (Wire wire = connect("")) {
            for (int i = 1; i < TightFixture.NAMESPACES; i++) {
                assertTrue(wire.send("40/dynamic-" + i).nextButPing().toString().startsWith("40/dynamic-" + i + ","));
                wire.nextButPing();
            }
            assertEquals("44/dynamic-x,{\"message\":\"Too many namespaces\"}", wire.send("40/dynamic-x").nextButPing());
            assertEquals("42[\"message-back\",1]", wire.send("42[\"message\",1]").nextButPing());
        }
    }

    @Test
    void of_connections_of_one_user() {
        String auth = "/personal,{\"user\":\"" + Guest.address() + "\"}";
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < TightFixture.CONNECTIONS_PER_USER; i++) {
            wires.add(connect(auth));
        }
        try (Wire wire = guest.wire(SOCKETS)) {
            assertEquals("44/personal,{\"message\":\"Too many connections\"}", wire.send("40" + auth).nextButPing());
            wires.get(0).send("41/personal,").send("40/custom").nextButPing();
            assertTrue(wire.send("40" + auth).nextButPing().toString().startsWith("40/personal,{"));
        } finally {
            wires.forEach(Wire::close);
        }
    }

    @Test
    void of_sessions_of_one_address() {
        String path = "/engine.io/";
        assertForbiddenAfter(TightFixture.SESSIONS_PER_ADDRESS, path, guest);
        Guest spoofer = new Guest(Map.of("X-Forwarded-For", "192.0.2.66, " + guest.headers().get("X-Forwarded-For")));
        assertEquals(FORBIDDEN, spoofer.handshake(path).body());
        assertThrows(CompletionException.class, () -> guest.wire(path));
        assertEquals(200, Guest.fromElsewhere().handshake(path).statusCode());
    }

    @Test
    void of_sessions_of_one_address_that_is_no_trusted_proxy_whatever_it_says() throws Exception {
        for (int i = 0; i < TightFixture.SESSIONS_PER_ADDRESS; i++) {
            assertTrue(fromAnotherPeer("192.0.2." + i).startsWith("HTTP/1.1 200"));
        }
        String refused = fromAnotherPeer("192.0.2.99");
        assertTrue(refused.startsWith("HTTP/1.1 403") && refused.endsWith(FORBIDDEN), refused);
    }

    @Test
    void of_sessions_in_total() {
        String path = "/standard/engine.io/";
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < TightFixture.SESSIONS; i++) {
            sessions.add(Guest.fromElsewhere().open(path));
        }
        assertEquals(FORBIDDEN, guest.handshake(path).body());
        assertThrows(CompletionException.class, () -> guest.wire(path));
        assertEquals("ok", guest.post(sessions.get(0), "1").body());
        assertEquals(200, guest.handshake(path).statusCode());
    }

    @Test
    void of_handshakes_per_second() throws InterruptedException {
        String path = "/standard/socket.io/";
        int accepted = 0;
        HttpResponse<String> answer = guest.handshake(path);
        for (; answer.statusCode() == 200 && accepted < 1_000; accepted++) {
            guest.post(path + "?EIO=4&transport=polling&sid=" + Http.sid(answer.body()), "1");
            answer = guest.handshake(path);
        }
        assertEquals(FORBIDDEN, answer.body());
        assertTrue(accepted >= 2 * TightFixture.HANDSHAKES, "Only " + accepted + " were accepted.");
        Thread.sleep(1_000 / TightFixture.HANDSHAKES + 100);
        assertEquals(200, guest.handshake(path).statusCode());
    }

    private static void assertForbiddenAfter(int sessions, String path, Guest guest) {
        for (int i = 0; i < sessions; i++) {
            assertEquals(200, guest.handshake(path).statusCode());
        }
        HttpResponse<String> refused = guest.handshake(path);
        assertEquals(403, refused.statusCode());
        assertEquals(FORBIDDEN, refused.body());
    }

    /** Sends until the server has had enough. */
    private static int flood(Wire wire) {
        Object answer = "4x";
        for (int i = 0; i < 100 * TightFixture.PACKETS && answer.equals("4x"); i++) {
            answer = wire.send("4x").nextButPing();
        }
        return (Integer) answer;
    }

    private Wire connect(String namespaceAndAuth) {
        Wire wire = guest.wire(SOCKETS);
        assertTrue(wire.send("40" + namespaceAndAuth).nextButPing().toString().startsWith("40"));
        wire.nextButPing();
        return wire;
    }

    /** A handshake from a peer that is not among the trusted proxies, as it comes over the wire. */
    private static String fromAnotherPeer(String forwardedFor) throws Exception {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), TightFixture.http("/").getPort(),
                InetAddress.getByName("127.0.0.2"), 0)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("GET " + ENGINE + "?EIO=4&transport=polling HTTP/1.1\r\nHost: fixture\r\nX-Forwarded-For: "
                    + forwardedFor + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
