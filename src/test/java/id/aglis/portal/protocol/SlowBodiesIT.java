package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that send the body of a POST byte by byte. */
class SlowBodiesIT {

    private static final String PATH = "/patient/engine.io/";
    /** More than the container has threads for requests. */
    private static final int MANY = 70;

    private final List<Trickle> trickles = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Trickle trickle : trickles) {
            trickle.socket.close();
        }
    }

    @Test
    void are_told_that_they_are_too_slow_and_hold_nobody_up() throws Exception {
        for (int i = 0; i < MANY; i++) {
            trickles.add(new Trickle(Guest.fromElsewhere()));
        }
        long start = System.nanoTime();
        while (Duration.ofNanos(System.nanoTime() - start).toMillis() < TightFixture.BODY_TIMEOUT / 2) {
            trickles.forEach(Trickle::drip);
            Thread.sleep(100);
        }
        Guest other = Guest.fromElsewhere();
        String session = other.open(PATH);
        assertEquals("ok", other.post(session, "4x").body());
        assertEquals("4x", other.get(session).body());
        assertTrue(trickles.stream().noneMatch(Trickle::isAnswered));
        for (Trickle trickle : trickles) {
            assertEquals("HTTP/1.1 408 Request Timeout", trickle.answer());
            assertEquals(400, trickle.guest.get(trickle.session).statusCode());
        }
    }

    /** A POST that will never be complete. */
    private static final class Trickle {

        private final Guest guest;
        private final String session;
        private final Socket socket;

        private Trickle(Guest guest) throws IOException {
            this.guest = guest;
            this.session = guest.open(PATH);
            this.socket = new Socket("127.0.0.1", TightFixture.http("/").getPort());
            socket.setSoTimeout(10_000);
            send("POST " + session + " HTTP/1.1\r\nHost: fixture\r\nContent-Type: text/plain\r\nContent-Length: 9000\r\n\r\n4");
        }

        private void drip() {
            try {
                send("x");
            } catch (IOException e) {
                throw new AssertionError("The server closed too early.", e);
            }
        }

        private void send(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        }

        private boolean isAnswered() {
            try {
                return socket.getInputStream().available() > 0;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** The first line of the answer. */
        private String answer() throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        }
    }
}
