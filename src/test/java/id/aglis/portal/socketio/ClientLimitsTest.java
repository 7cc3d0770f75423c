package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.engineio.TestEngine.TestClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one client may have. */
class ClientLimitsTest {

    private final Portal portal = new Portal();
    private final List<String> told = new ArrayList<>();

    @Test
    void of_namespaces_refuse_one_more() {
        portal.server().namespaces(name -> name.startsWith("/n"), namespace -> told.add(namespace.name()));
        TestClient client = portal.connect();
        for (int i = 0; i < 3; i++) {
            client.send("0/n" + i + ",");
        }
        client.received();
        client.send("0/n3,");
        assertEquals(List.of("44/n3,{\"message\":\"Too many namespaces\"}"), client.received());
        assertEquals(List.of("/n0", "/n1", "/n2"), told);
        client.send("1/n0,");
        client.send("0/n3,");
        assertTrue(client.received().get(0).startsWith("40/n3,"));
    }

    @Test
    void of_attachments_end_the_session() {
        TestClient client = portal.enter();
        client.send("53-[\"x\"]");
        assertFalse(client.isEnded());
        TestClient other = portal.enter();
        other.send("54-[\"x\"]");
        assertTrue(other.isEnded());
    }

    @Test
    void of_rooms_fail_the_acknowledgement_and_nothing_else() {
        portal.root().onConnection(socket -> socket.on("join", (arguments, ack) -> {
            socket.join(arguments.text(0));
            ack.send();
        }));
        TestClient client = portal.enter();
        for (int i = 0; i < 6; i++) {
            client.send("2" + i + "[\"join\",\"r" + i + "\"]");
        }
        assertEquals(List.of("430[]", "431[]", "432[]", "433[]", "434[]", "435[{\"error\":\"Too many rooms\"}]"), client.received());
        assertFalse(client.isEnded());
    }

    @Test
    void of_rooms_keep_one_socket_out_and_nobody_else() {
        portal.enter();
        portal.enter();
        portal.enter();
        portal.socket(1).join("1", "2", "3", "4", "5");
        portal.root().all().join("red");
        assertTrue(portal.socket(0).rooms().contains("red"));
        assertFalse(portal.socket(1).rooms().contains("red"));
        assertTrue(portal.socket(2).rooms().contains("red"));
    }

    @Test
    void of_rooms_refuse_an_admission_that_joins_more() {
        portal.root().use(socket -> socket.join("1", "2", "3", "4", "5", "6"));
        assertEquals(List.of("44{\"message\":\"Too many rooms\"}"), connect("0"));
    }

    @Test
    void of_connections_refuse_another_one_of_the_same_user() {
        portal.root().use(socket -> socket.claim("ann"));
        TestClient first = portal.enter();
        portal.enter();
        assertEquals(List.of("44{\"message\":\"Too many connections\"}"), connect("0"));
        first.vanish();
        assertTrue(connect("0").get(0).startsWith("40{"));
    }

    /** What a new client hears upon that message. */
    private List<String> connect(String message) {
        TestClient client = portal.connect();
        client.send(message);
        return client.received();
    }
}
