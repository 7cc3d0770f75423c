package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser's socket may hear is decided by the server, at every moment. */
class SocketsIT {

    private static final String PASSWORD = "correct horse battery";

    private final PortalClient admin = Office.as("admin");
    private final PortalClient nobody = PortalClient.at(admin.base());

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."})
    void without_a_good_token_nobody_enters(String token) {
        try (SocketClient socket = SocketClient.connect(nobody.base(), token)) {
            assertTrue(socket.await("a refusal", packet -> packet.startsWith("4")).startsWith("44{\"message\":\"Unauthorized\""));
        }
    }

    @Test
    void the_token_of_a_session_that_has_ended_opens_nothing() {
        PortalClient user = newUser("noc");
        user.post("/api/auth/logout", "").expect(204);

        try (SocketClient socket = SocketClient.connect(user.base(), user.token())) {
            socket.await("a refusal", packet -> packet.startsWith("44"));
        }
    }

    @Test
    void signing_out_ends_the_sockets_of_that_session_only() {
        PortalClient user = newUser("noc");
        PortalClient elsewhere = newUser("noc");
        try (SocketClient socket = SocketClient.enter(user); SocketClient other = SocketClient.enter(elsewhere)) {
            user.post("/api/auth/logout", "").expect(204);

            assertTrue(socket.event("session_revoked").contains("signed_out"));
            socket.awaitEnd();
            assertEquals("[{\"ok\":true}]", other.ask("[\"join_room\",\"role_noc\"]"));
        }
    }

    @Test
    void a_new_role_makes_the_sockets_come_back() {
        PortalClient user = newUser("noc");
        try (SocketClient socket = SocketClient.enter(user)) {
            JsonObject me = user.get("/api/auth/me").json();
            admin.patch("/api/users/" + me.getInt("id"), "{\"version\":%d,\"role\":\"manager\"}".formatted(me.getInt("version"))).expect(200);

            assertTrue(socket.event("session_revoked").contains("role_changed"));
            socket.awaitEnd();
        }
        try (SocketClient again = SocketClient.enter(user)) {
            assertEquals("[{\"ok\":true}]", again.ask("[\"join_room\",\"role_manager\"]"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"role_admin", "user_1", "session_x", "ticket_999999", "anything_goes", "no room"})
    void a_room_that_one_may_not_hear_is_refused(String room) {
        try (SocketClient socket = SocketClient.enter(newUser("noc"))) {
            assertTrue(socket.ask("[\"join_room\",\"" + room + "\"]").contains("\"ok\":false"), room);
        }
    }

    @Test
    void the_rooms_given_by_the_server_cannot_be_left() {
        try (SocketClient socket = SocketClient.enter(newUser("noc"))) {
            assertTrue(socket.ask("[\"leave_room\",\"role_noc\"]").contains("\"ok\":false"));
        }
    }

    @Test
    void a_socket_is_renewed_by_its_own_user_only() {
        PortalClient user = newUser("noc");
        try (SocketClient socket = SocketClient.enter(user)) {
            String other = newUser("noc").token();
            String renewed = user.signedIn(user.refresh().expect(200)).token();

            assertTrue(socket.ask("[\"authenticate\",{\"token\":\"" + other + "\"}]").contains("\"ok\":false"));
            assertTrue(socket.ask("[\"authenticate\",{\"userId\":1,\"role\":\"admin\"}]").contains("\"ok\":false"));
            assertEquals("[{\"ok\":true}]", socket.ask("[\"authenticate\",{\"token\":\"" + renewed + "\"}]"));
        }
    }

    @Test
    void an_announcement_reaches_the_named_rooms_and_nobody_else() {
        try (SocketClient noc = SocketClient.enter(newUser("noc")); SocketClient manager = SocketClient.enter(newUser("manager"))) {
            announce("{\"event\":\"system_alert\",\"payload\":{\"text\":\"for noc\"},\"rooms\":[\"role_noc\"],\"id\":\"alert-1\"}");
            announce("{\"event\":\"system_alert\",\"payload\":{\"text\":\"for noc\"},\"rooms\":[\"role_noc\"],\"id\":\"alert-1\"}");
            announce("{\"event\":\"system_alert\",\"payload\":{\"text\":\"for all\"}}");

            assertTrue(noc.event("system_alert").contains("for noc"));
            assertTrue(noc.event("system_alert").contains("for all"));
            assertTrue(manager.event("system_alert").contains("for all"));
        }
    }

    @Test
    void only_an_administrator_announces_and_only_what_makes_sense() {
        newUser("supervisor").post("/api/realtime/broadcast", "{\"event\":\"system_alert\"}").expect(403);

        assertEquals("event", admin.post("/api/realtime/broadcast", "{\"event\":\"connect\"}").expect(400).field());
        assertEquals("rooms", admin.post("/api/realtime/broadcast", "{\"event\":\"system_alert\",\"rooms\":[\"x y\"]}").expect(400).field());
    }

    @Test
    void a_committed_change_is_heard_with_its_entity_and_version() {
        try (SocketClient noc = SocketClient.enter(newUser("noc"))) {
            int customer = admin.post("/api/customers", "{\"name\":\"Customer\",\"phone\":\"081234567890\"}").expect(201).json().getInt("id");
            String ticket = "{\"customerId\":%d,\"type\":\"repair\",\"title\":\"No signal\",\"description\":\"Since noon\"}".formatted(customer);
            JsonObject created = admin.post("/api/tickets", ticket).expect(201).json();
            JsonObject envelope = Json.createReader(new StringReader(noc.event("ticket_created"))).readArray().getJsonObject(1);

            assertEquals(created.getInt("id"), envelope.getJsonObject("entity").getInt("id"));
            assertEquals("ticket", envelope.getJsonObject("entity").getString("kind"));
            assertEquals(created.getString("number"), envelope.getJsonObject("data").getString("number"));
        }
    }

    private void announce(String body) {
        admin.post("/api/realtime/broadcast", body).expect(202);
    }

    private PortalClient newUser(String role) {
        String name = role + "-" + Long.toString(System.nanoTime(), 36);
        admin.post("/api/users", Json.createObjectBuilder().add("username", name).add("fullName", "Test User").add("email", name + "@example.org")
                .add("role", role).add("password", PASSWORD).build().toString()).expect(201);
        return nobody.signIn(name, PASSWORD);
    }
}
