package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How both sides of an Engine.IO session learn that the other is gone. */
@EveryAddress
class EngineHeartbeatIT {

    private static final String PATH = "/engine.io/";
    private static final String PATIENT = "/patient/engine.io/";
    private static final String SOCKET = "?EIO=4&transport=websocket";

    @Test
    void goes_on_over_polling_with_an_interval_after_each_pong() {
        long start = System.nanoTime();
        String session = Http.open(PATH);
        for (int i = 0; i < 3; i++) {
            assertEquals("2", Http.get(session).body());
            assertIntervalSince(start);
            start = System.nanoTime();
            assertEquals(200, Http.post(session, "3").statusCode());
        }
    }

    @Test
    void goes_on_over_websocket_with_an_interval_after_each_pong() {
        long start = System.nanoTime();
        try (Wire wire = Wire.open(PATH + SOCKET)) {
            wire.next();
            for (int i = 0; i < 3; i++) {
                assertEquals("2", wire.next());
                assertIntervalSince(start);
                start = System.nanoTime();
                wire.send("3");
            }
        }
    }

    @Test
    void closes_a_polling_session_upon_ping_timeout() {
        String session = Http.open(PATH);
        assertEquals("2", Http.get(session).body());
        assertEquals("1", Http.get(session).body());
        assertEquals(400, Http.get(session).statusCode());
    }

    @Test
    void closes_the_websocket_upon_ping_timeout() {
        try (Wire wire = Wire.open(PATH + SOCKET)) {
            wire.next();
            assertEquals("2", wire.next());
            assertTrue(wire.next() instanceof Integer);
        }
    }

    @Test
    void takes_nothing_but_a_pong_for_an_answer() {
        try (Wire wire = Wire.open(PATH + SOCKET)) {
            wire.next();
            assertEquals("2", wire.next());
            assertEquals("4x", wire.send("4x").next());
            assertTrue(wire.next() instanceof Integer);
        }
    }

    @Test
    void refuses_a_pong_that_comes_too_late() throws InterruptedException {
        String session = Http.open(PATH);
        Thread.sleep(Fixture.PING_INTERVAL + Fixture.PING_TIMEOUT);
        assertEquals(400, Http.post(session, "3").statusCode());
    }

    @Test
    void closes_the_websocket_upon_a_ping_of_the_client() {
        try (Wire wire = Wire.open(PATIENT + SOCKET)) {
            wire.next();
            assertEquals(1002, wire.send("2").closeCode());
        }
    }

    @Test
    void closes_a_polling_session_upon_a_ping_of_the_client() {
        String session = Http.open(PATIENT);
        CompletableFuture<HttpResponse<String>> poll = Http.getAsync(session);
        Http.post(session, "2");
        assertTrue(poll.join().body().matches("1|.*\"code\":1.*"), poll.join().body());
        assertEquals(400, Http.get(session).statusCode());
    }

    private static void assertIntervalSince(long start) {
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        assertTrue(milliseconds >= Fixture.PING_INTERVAL, milliseconds + " ms");
    }
}
