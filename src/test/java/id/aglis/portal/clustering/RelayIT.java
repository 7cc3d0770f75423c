package id.aglis.portal.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.Await;
import id.aglis.portal.PortalProcess;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests and WebSockets that come to an instance which does not own their session. */
class RelayIT {

    /** Less than the data grid waits for an instance that is only silent. */
    private static final Duration AT_ONCE = Duration.ofSeconds(8);
    private static final int MAX_PAYLOAD = 1_000_000;
    private static final String UNKNOWN = "{\"code\":1,\"message\":\"Session ID unknown\"}";
    private static final String BAD_REQUEST = "{\"code\":3,\"message\":\"Bad request\"}";

    private PortalProcess owner;
    private PortalProcess other;

    @BeforeEach
    void start() {
        PortalProcess.Home home = PortalProcess.home(PortalProcess.CONFORMANCE_WAR);
        owner = home.start();
        other = home.start();
        Visitor first = Visitor.of(owner);
        Await.until("in touch", () -> first.post(other, "3").join().statusCode() == 200);
    }

    @AfterEach
    void stop() {
        other.close();
        owner.close();
    }

    @Test
    void are_as_good_as_those_that_come_to_the_owner() throws Exception {
        Visitor visitor = Visitor.of(owner);
        byte[] bytes = new byte[(MAX_PAYLOAD - 1) / 4 * 3];
        new Random(5).nextBytes(bytes);
        String binary = "b" + Base64.getEncoder().encodeToString(bytes);
        assertEquals("ok", visitor.post(other, binary).join().body());
        assertEquals(binary, visitor.poll(other).join().body());
        String text = "4" + "\u20ac".repeat((MAX_PAYLOAD - 1) / 3);
        CompletableFuture<HttpResponse<String>> poll = visitor.poll(other);
        assertEquals("ok", visitor.post(other, text).join().body());
        assertEquals(text, poll.join().body());
        assertEquals(413, visitor.post(other, text + "---").join().statusCode());
        visitor.upgrade(other).say(text);
        assertEquals(text, visitor.next());
        assertEquals(BAD_REQUEST, visitor.poll(other).join().body());
        assertEquals(BAD_REQUEST, visitor.poll(owner).join().body());
    }

    @Test
    void are_refused_when_the_session_was_never_opened_or_has_two_polls_wherever_they_came_in() {
        assertEquals(UNKNOWN, Visitor.of(owner).forged().poll(other).join().body());
        assertEquals(UNKNOWN, Visitor.of(owner).forged().post(other, "4").join().body());
        assertOnePollAtATime(owner, other);
        assertOnePollAtATime(other, owner);
    }

    private void assertOnePollAtATime(PortalProcess at, PortalProcess next) {
        Visitor visitor = Visitor.of(owner);
        CompletableFuture<HttpResponse<String>> first = visitor.poll(at);
        CompletableFuture<HttpResponse<String>> second = visitor.poll(next);
        assertEquals(Set.of("1", BAD_REQUEST), Set.of(first.join().body(), second.join().body()));
        assertEquals(UNKNOWN, visitor.poll(at).join().body());
    }

    @Test
    void are_told_at_once_that_their_session_is_unknown_when_its_owner_has_been_killed() throws Exception {
        Visitor polling = Visitor.of(owner);
        Visitor connected = Visitor.of(owner).upgrade(other);
        CompletableFuture<HttpResponse<String>> poll = polling.poll(other);
        assertEcho(connected);
        long killed = System.nanoTime();
        owner.kill();
        assertEquals(UNKNOWN, poll.join().body());
        assertEquals(Visitor.CLOSED, connected.next());
        Duration passed = Duration.ofNanos(System.nanoTime() - killed);
        assertTrue(passed.compareTo(AT_ONCE) < 0, () -> "It took " + passed);
        assertEquals(UNKNOWN, polling.poll(other).join().body());
        assertEquals(UNKNOWN, polling.post(other, "4").join().body());
    }

    @Test
    void end_their_session_when_the_instance_is_killed_that_they_came_to_and_no_other() throws Exception {
        Visitor polling = Visitor.of(owner);
        Visitor connected = Visitor.of(owner).upgrade(other);
        Visitor elsewhere = Visitor.of(owner).upgrade(owner);
        hold(polling, other);
        assertEcho(connected);
        assertEcho(elsewhere);
        other.kill();
        assertEquals(Visitor.CLOSED, connected.next());
        assertEcho(elsewhere);
        Await.until("unknown", () -> connected.post(owner, "3").join().body().equals(UNKNOWN));
        Await.until("unknown", () -> polling.post(owner, "3").join().body().equals(UNKNOWN));
        assertEcho(elsewhere);
    }

    /** Leaves a poll there: the way of polls has been gone before, and what is sent after it, on that way too, has come back. */
    private static void hold(Visitor polling, PortalProcess at) {
        for (int i = 0; i < 20; i++) {
            CompletableFuture<HttpResponse<String>> poll = polling.poll(at);
            assertEquals("ok", polling.post(at, "4hello").join().body());
            assertEquals("4hello", poll.join().body());
        }
        polling.poll(at);
        for (int i = 0; i < 20; i++) {
            assertEquals("ok", polling.post(at, "3").join().body());
        }
    }

    private static void assertEcho(Visitor connected) throws InterruptedException {
        connected.say("4hello");
        assertEquals("4hello", connected.next());
    }
}
