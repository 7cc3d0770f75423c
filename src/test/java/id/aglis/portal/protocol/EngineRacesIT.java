package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What a server with many threads must get right although requests overtake each other. */
class EngineRacesIT {

    private static final String PATH = "/patient/engine.io/";

    @Test
    void a_close_that_overtakes_its_poll_still_releases_it() {
        for (int i = 0; i < Fixture.RACES; i++) {
            String session = Http.open(PATH);
            CompletableFuture<HttpResponse<String>> poll = Http.getAsync(session);
            CompletableFuture<HttpResponse<String>> close = Http.postAsync(session, "1");
            assertEquals("ok", close.join().body());
            assertEquals("6", poll.join().body());
            assertEquals(400, Http.get(session).statusCode());
        }
    }

    @RepeatedTest(3)
    void a_poll_at_the_ping_deadline_finds_a_dead_session() throws Exception {
        String session = Http.open("/engine.io/");
        Thread.sleep(Fixture.PING_INTERVAL + Fixture.PING_TIMEOUT);
        assertEquals(400, Http.get(session).statusCode());
    }

    @Test
    void a_poll_that_overtakes_the_confirmation_of_an_upgrade_is_refused() {
        for (int i = 0; i < Fixture.RACES; i++) {
            String session = Http.open(PATH);
            try (Wire wire = Wire.open(session.replace("polling", "websocket"))) {
                assertEquals("3probe", wire.send("2probe").next());
                wire.send("5");
                assertEquals(400, Http.get(session).statusCode());
                assertEquals("4x", wire.send("4x").nextButPing());
            }
        }
    }

    @Test
    void a_poll_that_is_pending_at_the_probe_is_released() {
        for (int i = 0; i < Fixture.RACES; i++) {
            String session = Http.open(PATH);
            CompletableFuture<HttpResponse<String>> poll = Http.getAsync(session);
            try (Wire wire = Wire.open(session.replace("polling", "websocket"))) {
                wire.send("2probe");
                assertEquals("3probe", wire.next());
                assertEquals("6", poll.join().body());
                wire.send("5").send("4x");
                assertEquals("4x", wire.nextButPing());
            }
        }
    }

    @Test
    void two_polls_at_a_time_close_the_session() {
        for (int i = 0; i < Fixture.RACES; i++) {
            String session = Http.open(PATH);
            CompletableFuture<HttpResponse<String>> first = Http.getAsync(session);
            CompletableFuture<HttpResponse<String>> second = Http.getAsync(session);
            HttpResponse<String> one = first.join();
            HttpResponse<String> other = second.join();
            assertNotEquals(one.statusCode(), other.statusCode());
            assertEquals("1", one.statusCode() == 200 ? one.body() : other.body());
            assertEquals(400, Math.max(one.statusCode(), other.statusCode()));
            assertEquals(400, Http.get(session).statusCode());
        }
    }

    @Test
    void two_pushes_at_a_time_close_the_session_or_come_one_after_the_other() {
        for (int i = 0; i < Fixture.RACES; i++) {
            String session = Http.open(PATH);
            CompletableFuture<HttpResponse<String>> first = Http.postAsync(session, "4a");
            CompletableFuture<HttpResponse<String>> second = Http.postAsync(session, "4b");
            boolean overlapped = first.join().statusCode() == 400 || second.join().statusCode() == 400;
            assertEquals(overlapped ? 400 : 200, Http.get(session).statusCode());
        }
    }

    @Test
    void a_binary_packet_and_its_attachments_stay_together_among_broadcasts() {
        try (Wire noisy = SocketIo.connect(); Wire quiet = SocketIo.connect()) {
            for (int i = 0; i < Fixture.RACES; i++) {
                noisy.send("42[\"broadcast\",\"noise\"]");
                quiet.send("451-[\"message\",{\"_placeholder\":true,\"num\":0}]").send((byte) i);
            }
            boolean expectsBinary = false;
            for (int binaries = 0; binaries < Fixture.RACES;) {
                Object frame = quiet.nextButPing();
                assertEquals(expectsBinary, frame instanceof byte[]);
                binaries += frame instanceof byte[] ? 1 : 0;
                expectsBinary = frame instanceof String text && text.startsWith("451-");
            }
            assertTrue(!expectsBinary);
        }
    }
}
