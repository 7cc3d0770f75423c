package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of polls that wait: their clients may hang up, or wait long and use their connections on. */
class HangupsIT {

    private static final String PATH = "/patient/engine.io/";
    private static final int CLIENTS = 100;
    /** Longer than it takes until waiting polls are looked after, in milliseconds. */
    private static final long LONG_POLL = 700;

    @Test
    void a_client_that_hangs_up_while_its_poll_waits_loses_its_session() throws Exception {
        List<String> sessions = open();
        List<Socket> polls = new ArrayList<>();
        for (String session : sessions) {
            polls.add(poll(session));
        }
        Thread.sleep(LONG_POLL);
        for (Socket poll : polls) {
            poll.close();
        }
        for (String session : sessions) {
            awaitEnd(session);
        }
    }

    @Test
    void a_client_that_hangs_up_at_once_loses_its_session() throws Exception {
        List<String> sessions = open();
        for (String session : sessions) {
            poll(session).close();
        }
        for (String session : sessions) {
            awaitEnd(session);
        }
    }

    @Test
    void a_connection_on_which_a_poll_waited_long_serves_the_next_requests() throws Exception {
        List<String> sessions = open();
        for (int round = 0; round < 3; round++) {
            List<CompletableFuture<HttpResponse<String>>> polls = sessions.stream().map(Http::getAsync).toList();
            Thread.sleep(LONG_POLL);
            for (String session : sessions) {
                assertEquals("ok", Http.post(session, "4round " + round).body());
            }
            for (int i = 0; i < CLIENTS; i++) {
                assertEquals("4round " + round, Http.heard(sessions.get(i), polls.get(i).get(10, TimeUnit.SECONDS).body()));
            }
        }
    }

    private static List<String> open() {
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            sessions.add(Http.open(PATH));
        }
        return sessions;
    }

    private static Socket poll(String session) throws IOException {
        URI uri = Fixture.http("/");
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        String request = "GET " + session + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Found out by a pong nobody asked for: a further poll would end the session, too. */
    private static void awaitEnd(String session) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        int status = 200;
        while (status != 400 && System.nanoTime() < deadline) {
            status = Http.post(session, "3").statusCode();
            Thread.sleep(20);
        }
        assertEquals(400, status);
    }
}
