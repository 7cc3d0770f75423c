package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.Await;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What an Engine.IO server with many threads must get right although requests overtake each other. */
@EveryAddress
class EngineRacesIT {

    private static final String PATH = "/patient/engine.io/";
    /** For a race that does nothing but wait. */
    private static final int MANY = 100;

    @Test
    void a_close_that_overtakes_its_poll_still_releases_it() throws InterruptedException {
        Races.repeat(() -> {
            String session = Http.open(PATH);
            CompletableFuture<HttpResponse<String>> poll = Http.getAsync(session);
            CompletableFuture<HttpResponse<String>> close = Http.postAsync(session, "1");
            assertEquals("ok", close.join().body());
            assertEquals("6", poll.join().body());
            assertUnknown(session);
        });
    }

    @Test
    void a_poll_at_the_ping_deadline_finds_a_dead_session() throws InterruptedException {
        Races.repeat(MANY, () -> {
            String session = Http.open("/engine.io/");
            Thread.sleep(Fixture.PING_INTERVAL + Fixture.PING_TIMEOUT);
            assertUnknown(session);
        });
    }

    @Test
    void a_poll_that_overtakes_the_confirmation_of_an_upgrade_is_refused() throws InterruptedException {
        Races.repeat(() -> {
            String session = Http.open(PATH);
            try (Wire wire = upgrade(session)) {
                assertEquals("3probe", wire.send("2probe").next());
                wire.send("5");
                assertEquals("{\"code\":3,\"message\":\"Bad request\"}", Http.get(session).body());
                assertEquals("4x", wire.send("4x").nextButPing());
            }
        });
    }

    @Test
    void a_poll_that_comes_between_the_probe_and_its_confirmation_is_answered_either_way() throws InterruptedException {
        Races.repeat(() -> {
            String session = Http.open(PATH);
            try (Wire wire = upgrade(session)) {
                assertEquals("3probe", wire.send("2probe").next());
                CompletableFuture<HttpResponse<String>> poll = Http.getAsync(session);
                wire.send("5");
                assertTrue(poll.join().body().matches("6|.*Bad request.*"), poll.join().body());
                assertEquals("4x", wire.send("4x").nextButPing());
            }
        });
    }

    @Test
    void a_poll_that_is_pending_at_the_probe_is_released() throws InterruptedException {
        Races.repeat(() -> {
            String session = Http.open(PATH);
            CompletableFuture<HttpResponse<String>> poll = Http.getAsync(session);
            try (Wire wire = upgrade(session)) {
                assertEquals("3probe", wire.send("2probe").next());
                assertEquals("6", poll.join().body());
                assertEquals("4x", wire.send("5").send("4x").nextButPing());
            }
        });
    }

    @Test
    void two_websockets_that_want_the_same_session_do_not_both_get_it() throws InterruptedException {
        Races.repeat(() -> {
            String session = Http.open(PATH);
            try (Wire one = upgrade(session); Wire other = upgrade(session)) {
                one.trySend("2probe");
                other.trySend("2probe");
                Object first = one.next();
                Object second = other.next();
                assertEquals(Set.of("3probe", 1002), Set.of(first, second));
                Wire winner = first.equals("3probe") ? one : other;
                assertEquals("4x", winner.send("5").send("4x").nextButPing());
            }
        });
    }

    @Test
    void two_polls_at_a_time_close_the_session() throws InterruptedException {
        Races.repeat(() -> {
            String session = Http.open(PATH);
            CompletableFuture<HttpResponse<String>> one = Http.getAsync(session);
            CompletableFuture<HttpResponse<String>> other = Http.getAsync(session);
            boolean oneCameFirst = one.join().statusCode() == 200;
            HttpResponse<String> first = (oneCameFirst ? one : other).join();
            HttpResponse<String> second = (oneCameFirst ? other : one).join();
            assertEquals("1", first.body());
            assertEquals("{\"code\":3,\"message\":\"Bad request\"}", second.body());
            assertUnknown(session);
        });
    }

    @Test
    void two_pushes_at_a_time_close_the_session_or_come_one_after_the_other() throws InterruptedException {
        Races.repeat(() -> {
            String session = Http.open(PATH);
            CompletableFuture<HttpResponse<String>> first = Http.postAsync(session, "4a");
            CompletableFuture<HttpResponse<String>> second = Http.postAsync(session, "4b");
            boolean overlapped = first.join().statusCode() == 400 | second.join().statusCode() == 400;
            assertEquals(overlapped ? 400 : 200, Http.get(session).statusCode());
        });
    }

    @Test
    void a_push_while_another_is_under_way_closes_the_session() throws InterruptedException {
        Fixture.assumeDirect("nginx lets no push through before it is complete.");
        Races.repeat(() -> {
            String session = Http.open(PATH);
            try (Tcp slow = Tcp.request("POST", session, "Content-Length: 2", "Connection: close").send("4")) {
                Await.until("ended", () -> Http.post(session, "4x").statusCode() == 400);
                assertUnknown(session);
                assertTrue(slow.send("y").answer().startsWith("HTTP/1.1 400 "));
            }
        });
    }

    @Test
    void messages_that_come_with_the_request_for_a_websocket_are_taken() throws InterruptedException {
        Races.repeat(() -> {
            try (TcpWebSocket socket = TcpWebSocket.openWith(PATH + "?EIO=4&transport=websocket", TcpWebSocket.text("4x"))) {
                assertTrue(socket.next().startsWith("0{"));
                assertEquals("4x", socket.next());
                assertEquals("4y", socket.send(TcpWebSocket.text("4y")).next());
            }
        });
    }

    @Test
    void a_probe_that_comes_with_the_request_for_a_websocket_is_answered() throws InterruptedException {
        Races.repeat(() -> {
            String session = Http.open(PATH);
            try (TcpWebSocket socket = TcpWebSocket.openWith(session.replace("polling", "websocket"), TcpWebSocket.text("2probe"))) {
                assertEquals("3probe", socket.next());
                assertEquals("4x", socket.send(TcpWebSocket.text("5")).send(TcpWebSocket.text("4x")).next());
            }
        });
    }

    private static Wire upgrade(String session) {
        return Wire.open(session.replace("polling", "websocket"));
    }

    private static void assertUnknown(String session) {
        assertEquals("{\"code\":1,\"message\":\"Session ID unknown\"}", Http.get(session).body());
    }
}
