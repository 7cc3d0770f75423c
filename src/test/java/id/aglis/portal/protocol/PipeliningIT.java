package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that are sent before the one before them was answered: no client of this protocol does so, and it must harm nobody else. */
class PipeliningIT {

    private static final String PATH = "/patient/engine.io/";
    private static final int BYSTANDERS = 8;
    private static final int ROUNDS = 400;
    /** The message that answers a poll may arrive before the poll: then nothing waits, and what is behind it may come. */
    private static final int ATTEMPTS = 10;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_poll_behind_a_waiting_poll_is_cut_off_with_its_connection() throws Exception {
        String session = assertCutOff(waiting -> waiting);
        assertEquals("ok", Http.post(session, "4third").body());
        assertEquals("4second\u001e4third", Http.get(session).body());
    }

    @Test
    void a_request_for_something_else_behind_a_waiting_poll_is_cut_off_as_well() throws Exception {
        assertCutOff(waiting -> "/health/live");
    }

    /** @return the session that goes on */
    private static String assertCutOff(UnaryOperator<String> next) throws IOException {
        String session = "";
        String answer = "";
        for (int i = 0; i < ATTEMPTS && !answer.endsWith("\r\n\r\n4first"); i++) {
            session = Http.open(PATH);
            try (Tcp tcp = Tcp.connect()) {
                tcp.send(get(session) + get(next.apply(session), "Connection: close\r\n"));
                Http.post(session, "4first");
                Http.post(session, "4second");
                answer = tcp.answer();
            } catch (SocketTimeoutException e) {
                answer = "both messages came before the poll";
            }
        }
        assertTrue(answer.endsWith("\r\n\r\n4first"), answer);
        return session;
    }

    @Test
    void polls_that_are_sent_at_once_do_not_get_mixed_up_with_those_of_others() throws Exception {
        List<Future<Integer>> bystanders = new ArrayList<>();
        for (int i = 0; i < BYSTANDERS; i++) {
            int number = i;
            bystanders.add(threads.submit(() -> talk("bystander " + number)));
        }
        Future<?> attacker = threads.submit(this::attack);
        for (Future<Integer> bystander : bystanders) {
            assertEquals(ROUNDS, bystander.get());
        }
        attacker.cancel(true);
    }

    /** An orderly client: one poll at a time, and what it sends comes back once. */
    private static int talk(String name) {
        String session = Http.open(PATH);
        int answered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            CompletableFuture<String> poll = Http.getAsync(session).thenApply(response -> response.body());
            assertEquals("ok", Http.post(session, "4" + name + " " + round).body());
            assertEquals("4" + name + " " + round, Http.heard(session, poll.join()));
            answered++;
        }
        return answered;
    }

    private Void attack() throws Exception {
        while (!Thread.currentThread().isInterrupted()) {
            String session = Http.open(PATH);
            try (Tcp tcp = Tcp.connect()) {
                tcp.send(get(session).repeat(6));
                Http.post(session, "4x");
                tcp.answer();
            }
        }
        return null;
    }

    private static String get(String path, String... headers) {
        URI uri = Fixture.http("/");
        return "GET " + path + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n" + String.join("", headers) + "\r\n";
    }
}
