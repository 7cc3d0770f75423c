package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.aglis.portal.PortalProcess;
import io.socket.client.Ack;
import io.socket.client.AckWithTimeout;
import io.socket.client.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official client for Java against the fixture, over each of its transports; "polling websocket" upgrades. */
class JavaClientIT {

    private static final String POLLING = "polling";
    private static final String WEB_SOCKET = "websocket";
    private static final String UPGRADE = "polling websocket";
    /** As base64 in a payload still below the limit. */
    private static final int LARGE = 700_000;
    private static final int FIFTY_MEGABYTES = 50_000_000;

    @ParameterizedTest
    @ValueSource(strings = {POLLING, WEB_SOCKET, UPGRADE})
    void gets_its_arguments_back_in_order_also_while_it_upgrades(String transports) {
        try (JavaClient client = connect(transports)) {
            JavaClient.Heard back = client.listen("message-back");
            for (int i = 0; i < 500; i++) {
                client.socket().emit("message", i, "é😀", true);
            }
            for (int i = 0; i < 500; i++) {
                assertEquals("[" + i + ", é😀, true]", back.next().toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {POLLING, WEB_SOCKET, UPGRADE})
    void gets_binary_back_up_to_the_limit(String transports) throws JSONException {
        byte[] large = random(1, LARGE);
        try (JavaClient client = connect(transports)) {
            JavaClient.Heard back = client.listen("message-back");
            client.socket().emit("message", new byte[] {1, 2, 3}, new JSONObject().put("side", large));
            var arguments = back.next();
            assertArrayEquals(new byte[] {1, 2, 3}, (byte[]) arguments.get(0));
            assertArrayEquals(large, (byte[]) ((JSONObject) arguments.get(1)).get("side"));
            assertArrayEquals(large, (byte[]) client.ask("message-with-ack", (Object) large));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {POLLING, WEB_SOCKET, UPGRADE})
    void moves_fifty_megabytes_both_ways_without_loss(String transports) throws NoSuchAlgorithmException {
        MessageDigest sent = MessageDigest.getInstance("SHA-256");
        MessageDigest received = MessageDigest.getInstance("SHA-256");
        try (JavaClient client = connect(transports)) {
            JavaClient.Heard back = client.listen("message-back");
            for (int bytes = 0; bytes < FIFTY_MEGABYTES; bytes += LARGE) {
                byte[] part = random(bytes, LARGE);
                sent.update(part);
                client.socket().emit("message", (Object) part);
                received.update((byte[]) back.next().get(0));
            }
        }
        assertArrayEquals(sent.digest(), received.digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {POLLING, WEB_SOCKET, UPGRADE})
    void answers_and_is_answered_or_told_that_nobody_did(String transports) {
        try (JavaClient client = connect(transports)) {
            assertEquals("yes", client.ask("message-with-ack", "yes"));
            CompletableFuture<String> outcome = new CompletableFuture<>();
            client.socket().emit("nobody-answers", new Object[] {1}, new AckWithTimeout(200) {

                @Override
                public void onSuccess(Object... arguments) {
                    outcome.complete("answered");
                }

                @Override
                public void onTimeout() {
                    outcome.complete("timed out");
                }
            });
            assertEquals("timed out", outcome.join());
            assertEquals("TimeoutException", client.ask("ask", "?"));
            client.socket().on("question", arguments -> ((Ack) arguments[arguments.length - 1]).call("!"));
            assertEquals("[\"!\"]", client.ask("ask", "?").toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {POLLING, WEB_SOCKET, UPGRADE})
    void enters_namespaces_with_what_they_ask_for_and_is_refused_elsewhere(String transports) throws JSONException {
        try (JavaClient client = JavaClient.of(Fixture.base(), "/custom", Map.of("token", "mine"), transports.split(" "))) {
            JavaClient.Heard auth = client.listen("auth");
            client.socket().connect();
            assertEquals("mine", ((JSONObject) auth.next().get(0)).get("token"));
        }
        JavaClient.connect("/restricted", Map.of("token", "secret"), transports.split(" ")).close();
        assertEquals("Not authorized", refusal("/restricted", transports));
        assertEquals("Invalid namespace", refusal("/unknown", transports));
    }

    /** Over WebSocket this client takes no notice of a close frame before its heartbeat fails. */
    @Test
    void comes_back_after_a_broken_transport() {
        try (JavaClient client = connect(POLLING)) {
            JavaClient.Heard connected = client.listen(Socket.EVENT_CONNECT);
            client.socket().emit("close-transport");
            connected.next();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {POLLING, WEB_SOCKET, UPGRADE})
    void stays_away_after_a_disconnect_by_the_server(String transports) {
        try (JavaClient client = connect(transports)) {
            JavaClient.Heard disconnected = client.listen(Socket.EVENT_DISCONNECT);
            client.socket().emit("disconnect-me", false);
            assertEquals("io server disconnect", disconnected.next().get(0));
            assertFalse(client.socket().isActive());
        }
    }

    @Test
    void comes_back_after_the_server_has_been_restarted() {
        PortalProcess.Home home = PortalProcess.home(PortalProcess.CONFORMANCE_WAR);
        PortalProcess first = home.start();
        try (JavaClient polling = JavaClient.of(first.uri().toString(), "/", Map.of(), POLLING);
                JavaClient webSocket = JavaClient.of(first.uri().toString(), "/", Map.of(), WEB_SOCKET)) {
            JavaClient.Heard onePolling = polling.listen(Socket.EVENT_CONNECT);
            JavaClient.Heard oneWebSocket = webSocket.listen(Socket.EVENT_CONNECT);
            polling.socket().connect();
            webSocket.socket().connect();
            onePolling.next();
            oneWebSocket.next();
            first.close();
            try (PortalProcess second = home.start(first.name(), first.port())) {
                onePolling.next();
                oneWebSocket.next();
                assertEquals("again", polling.ask("message-with-ack", "again"));
                assertEquals("again", webSocket.ask("message-with-ack", "again"));
            }
        } finally {
            first.close();
        }
    }

    private static JavaClient connect(String transports) {
        return JavaClient.connect("/", Map.of(), transports.split(" "));
    }

    private static String refusal(String namespace, String transports) throws JSONException {
        try (JavaClient client = JavaClient.of(Fixture.base(), namespace, Map.of(), transports.split(" "))) {
            JavaClient.Heard refused = client.listen(Socket.EVENT_CONNECT_ERROR);
            client.socket().connect();
            return ((JSONObject) refused.next().get(0)).getString("message");
        }
    }

    private static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
