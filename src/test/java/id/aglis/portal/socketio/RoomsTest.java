package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.engineio.TestEngine.TestClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three sockets, of which b has joined the room that is named like a's id. */
class RoomsTest {

    private final Portal portal = new Portal();
    private final TestClient a = portal.enter();
    private final TestClient b = portal.enter();
    private final TestClient c = portal.enter();
    private final String id = portal.socket(0).id();

    @Test
    void with_the_name_of_a_socket_hide_it_from_nobody() {
        portal.socket(1).join(id);
        portal.root().to(id).emit("e");
        assertReceived(List.of("42[\"e\"]"), a, b);
        assertReceived(List.of(), c);
    }

    @Test
    void with_the_name_of_a_socket_leave_it_out_with_their_guests() {
        portal.socket(1).join(id);
        portal.root().except(id).emit("e");
        assertReceived(List.of(), a, b);
        assertReceived(List.of("42[\"e\"]"), c);
    }

    @Test
    void with_the_name_of_a_socket_outlive_their_guests() {
        portal.socket(1).join(id);
        b.vanish();
        portal.root().to(id).emit("e");
        assertReceived(List.of("42[\"e\"]"), a);
    }

    @Test
    void with_the_name_of_a_socket_outlive_the_socket_for_their_guests() {
        portal.socket(1).join(id);
        a.vanish();
        portal.root().to(id).emit("e");
        assertReceived(List.of("42[\"e\"]"), b);
    }

    @Test
    void take_a_socket_that_is_invited_to_its_own_once() {
        portal.root().all().join(id);
        portal.root().to(id).emit("e");
        assertReceived(List.of("42[\"e\"]"), a, b, c);
    }

    @Test
    void are_gone_with_their_last_member() {
        portal.socket(0).join("red");
        portal.socket(1).join("red", "blue");
        assertEquals(2, portal.root().rooms().count());
        b.vanish();
        assertEquals(1, portal.root().rooms().count());
        portal.socket(0).leave("red");
        assertEquals(0, portal.root().rooms().count());
    }

    private static void assertReceived(List<String> expected, TestClient... clients) {
        for (TestClient client : clients) {
            assertEquals(expected, client.received());
        }
    }
}
