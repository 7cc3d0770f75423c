package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.engineio.TestEngine.TestClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClientTest {

    private final Portal portal = new Portal();
    private final List<Object> told = new ArrayList<>();

    @Nested
    class Connecting {

        @Test
        void tells_how_the_client_introduced_itself() {
            enter("{\"token\":\"t\"}");
            Handshake handshake = portal.socket(0).handshake();
            assertEquals("192.0.2.7", handshake.address());
            assertEquals(Map.of("token", "t"), handshake.auth());
            assertEquals(Map.of(), handshake.headers());
            assertEquals(Map.of(), handshake.query());
            assertEquals(Instant.EPOCH, handshake.time());
            assertFalse(handshake.secure());
        }

        @Test
        void runs_admissions_in_their_order_and_stops_at_the_first_refusal() {
            portal.root().use(socket -> told.add(1)).use(socket -> {
                told.add(2);
                throw new ConnectRefused("Not authorized", Map.of("code", 7));
            }).use(socket -> told.add(3));
            List<String> received = connect("0");
            assertTrue(received.get(0).startsWith("44{") && received.get(0).contains("\"message\":\"Not authorized\"")
                    && received.get(0).contains("\"data\":{\"code\":7}"), received.toString());
            assertEquals(List.of(1, 2), told);
            assertTrue(portal.root().sockets().isEmpty());
        }

        @Test
        void is_to_come_again_when_an_admission_fails() {
            portal.root().use(socket -> {
                throw new IllegalStateException("Expected by this test.");
            });
            TestClient client = portal.connect();
            client.send("0");
            assertEquals(List.of(), client.received());
            assertTrue(client.isEnded());
            assertTrue(portal.root().sockets().isEmpty());
        }

        @Test
        void counts_rooms_of_the_admission_from_the_answer_on() {
            portal.root().use(socket -> {
                socket.join("room");
                portal.root().to("room").emit("early");
            });
            portal.root().onConnection(socket -> portal.root().to("room").emit("late"));
            List<String> received = connect("0");
            assertTrue(received.get(0).startsWith("40{"), received.toString());
            assertEquals(List.of("42[\"late\"]"), received.subList(1, received.size()));
        }

        @Test
        void is_not_kept_from_other_channels_by_a_handler_that_fails() {
            portal.root().onConnection(socket -> {
                throw new IllegalStateException("Expected by this test.");
            });
            portal.root().onConnection(socket -> told.add("connected"));
            TestClient client = portal.enter();
            assertEquals(List.of("connected"), told);
            assertFalse(client.isEnded());
        }
    }

    @Nested
    class Leaving {

        @Test
        void is_told_with_its_reason_first_in_the_rooms_and_then_outside() {
            TestClient client = listenedTo();
            portal.socket(0).join("room");
            client.vanish();
            assertEquals(List.of("disconnecting transport close [room]", "disconnect transport close []"), told);
        }

        @Test
        void has_the_reason_of_what_happened() {
            listenedTo().send("1");
            listenedTo().leave();
            listenedTo().send("nonsense");
            listenedTo().send("0");
            listenedTo();
            portal.socket(4).disconnect(false);
            listenedTo();
            portal.socket(5).disconnect(true);
            listenedTo();
            portal.socket(6).closeTransport();
            listenedTo();
            portal.pass(45_100);
            assertEquals(List.of("client namespace disconnect", "transport close", "parse error", "forced close",
                    "server namespace disconnect", "server namespace disconnect", "forced close", "ping timeout"),
                    told.stream().map(Object::toString).filter(line -> line.startsWith("disconnect "))
                            .map(line -> line.substring("disconnect ".length()).replace(" []", "")).toList());
        }

        @Test
        void goes_on_when_somebody_who_is_told_fails() {
            TestClient client = portal.enter();
            portal.socket(0).onDisconnecting(reason -> {
                throw new IllegalStateException("Expected by this test.");
            });
            portal.socket(0).onDisconnect(reason -> {
                throw new StackOverflowError("Expected by this test.");
            });
            portal.socket(0).onDisconnect(reason -> told.add("told"));
            client.vanish();
            assertEquals(List.of("told"), told);
            assertTrue(portal.root().sockets().isEmpty());
        }

        private TestClient listenedTo() {
            TestClient client = portal.enter();
            Socket socket = portal.root().sockets().stream().reduce((earlier, later) -> later).orElseThrow();
            socket.onDisconnecting(reason -> told.add("disconnecting " + reason.wireName() + " " + socket.rooms()));
            socket.onDisconnect(reason -> told.add("disconnect " + reason.wireName() + " " + socket.rooms()));
            return client;
        }
    }

    @Nested
    class Binary {

        @Test
        void arrives_wherever_it_stands() {
            TestClient client = portal.enter();
            portal.socket(0).on("file", (arguments, ack) -> told.add(arguments));
            client.send("52-[\"file\",{\"parts\":[{\"_placeholder\":true,\"num\":1}]},{\"_placeholder\":true,\"num\":0}]");
            client.send(new byte[] {1});
            assertEquals(List.of(), told);
            client.send(new byte[] {2, 3});
            Arguments arguments = (Arguments) told.get(0);
            assertArrayEquals(new byte[] {2, 3}, (byte[]) ((List<?>) arguments.object(0).get("parts")).get(0));
            assertArrayEquals(new byte[] {1}, arguments.as(1, byte[].class));
        }

        @Test
        void that_is_interrupted_or_uncalled_for_ends_the_session() {
            TestClient interrupted = portal.enter();
            interrupted.send("51-[\"file\",{\"_placeholder\":true,\"num\":0}]");
            interrupted.send("2[\"x\"]");
            assertTrue(interrupted.isEnded());
            TestClient surplus = portal.enter();
            surplus.send(new byte[] {1});
            assertTrue(surplus.isEnded());
        }
    }

    private TestClient enter(String auth) {
        TestClient client = portal.connect();
        client.send("0" + auth);
        return client;
    }

    /** What a new client hears upon that message. */
    private List<String> connect(String message) {
        TestClient client = portal.connect();
        client.send(message);
        return client.received();
    }
}
