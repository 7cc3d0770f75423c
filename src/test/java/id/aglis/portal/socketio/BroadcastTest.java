package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.cluster.InMemoryBroadcastLog;
import id.aglis.portal.engineio.TestEngine.TestClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances on one log: a and b on the first, c on the second. */
class BroadcastTest {

    private final InMemoryBroadcastLog log = new InMemoryBroadcastLog(1_000);
    private final Portal one = new Portal("one", log);
    private final Portal two = new Portal("two", log);
    private final TestClient a = one.enter();
    private final TestClient b = one.enter();
    private final TestClient c = two.enter();

    @BeforeEach
    void joins() {
        one.socket(0).join("red", "blue");
        one.socket(1).join("blue");
        two.socket(0).join("red");
    }

    @Test
    void reaches_everybody_on_every_instance() {
        one.root().all().emit("e", 1);
        assertReceived(List.of("42[\"e\",1]"), a, b, c);
    }

    @Test
    void reaches_a_socket_in_several_of_the_rooms_once() {
        two.root().to("red", "blue").emit("e");
        assertReceived(List.of("42[\"e\"]"), a, b, c);
    }

    @Test
    void reaches_only_who_is_in_the_room() {
        two.root().to("blue").emit("e");
        assertReceived(List.of("42[\"e\"]"), a, b);
        assertReceived(List.of(), c);
    }

    @Test
    void leaves_out_whom_it_is_told_to() {
        one.root().except("blue").emit("e");
        assertReceived(List.of(), a, b);
        assertReceived(List.of("42[\"e\"]"), c);
        one.root().to("red").except("blue").emit("f");
        assertReceived(List.of(), a, b);
        assertReceived(List.of("42[\"f\"]"), c);
    }

    @Test
    void reaches_a_single_socket_by_its_id_and_all_but_one() {
        two.root().to(one.socket(1).id()).emit("e");
        assertReceived(List.of("42[\"e\"]"), b);
        one.socket(1).broadcast().emit("f");
        assertReceived(List.of("42[\"f\"]"), a, c);
        assertReceived(List.of(), b);
    }

    @Test
    void reaches_nobody_in_a_room_that_does_not_exist() {
        one.root().to("green").emit("e");
        assertReceived(List.of(), a, b, c);
    }

    @Test
    void stays_on_this_instance_when_local() {
        one.root().local().emit("e");
        assertReceived(List.of("42[\"e\"]"), a, b);
        assertReceived(List.of(), c);
        assertEquals(-1, log.tail());
    }

    @Test
    void stays_on_this_instance_when_volatile_too_in_whatever_order_it_is_said() {
        one.root().local().asVolatile().emit("e");
        one.root().asVolatile().local().emit("e");
        assertReceived(List.of("42[\"e\"]", "42[\"e\"]"), a, b);
        assertReceived(List.of(), c);
    }

    @Test
    void reaches_other_instances_past_the_log_when_volatile() {
        one.root().asVolatile().in("red").compress(true).emit("e");
        assertReceived(List.of("42[\"e\"]"), a, c);
        assertReceived(List.of(), b);
        assertEquals(-1, log.tail());
    }

    @Test
    void joins_rooms_surely_even_when_volatile() {
        one.root().asVolatile().join("green", "green");
        assertTrue(two.socket(0).rooms().contains("green"));
        assertEquals(0, log.tail());
    }

    @Test
    void is_heard_once_when_it_is_emitted_again_under_the_same_id() {
        one.root().all().withId("event").emit("e");
        two.root().all().withId("event").emit("e");
        assertReceived(List.of("42[\"e\"]"), a, b, c);
    }

    @Test
    void carries_binary_as_one_packet() {
        one.root().to("red").emit("e", new byte[] {1, 2, 3}, "x");
        List<String> received = c.received();
        assertTrue(received.get(0).startsWith("451-[\"e\",{") && received.get(0).endsWith(",\"x\"]"), received.get(0));
        assertEquals(List.of("bAQID"), received.subList(1, received.size()));
    }

    @Test
    void makes_sockets_join_leave_and_disconnect() {
        two.root().to("blue").join("green", "red");
        assertEquals(Set.of("red", "blue", "green"), one.socket(1).rooms());
        one.root().to("red").leave("red");
        assertEquals(Set.of(), two.socket(0).rooms());
        one.root().to("blue").disconnect(false);
        assertReceived(List.of("41"), a, b);
        assertReceived(List.of(), c);
        assertFalse(a.isEnded());
        one.root().all().disconnect(true);
        assertTrue(c.isEnded());
    }

    @Test
    void gathers_the_answers_of_all_instances() {
        CompletableFuture<Answers> answers = one.root().all().emitWithAck("e").toCompletableFuture();
        assertReceived(List.of("420[\"e\"]"), a, b, c);
        a.send("30[\"from a\"]");
        b.send("30[\"from b\"]");
        assertFalse(answers.isDone());
        c.send("30[\"from c\"]");
        assertEquals("from a", answers.join().received().get(one.socket(0).id()).text(0));
        assertEquals("from c", answers.join().received().get(two.socket(0).id()).text(0));
        assertEquals(3, answers.join().received().size());
        assertEquals(Set.of(), answers.join().missing());
        assertEquals(Set.of(), answers.join().silent());
    }

    @Test
    void gathers_answers_that_are_null_or_binary() {
        CompletableFuture<Answers> answers = one.root().to(one.socket(0).id()).emitWithAck("e").toCompletableFuture();
        a.send("61-0[null,{\"_placeholder\":true,\"num\":0}]");
        a.send(new byte[] {7});
        assertTrue(answers.isDone());
        Arguments answer = answers.join().received().get(one.socket(0).id());
        assertEquals(2, answer.size());
        assertEquals(null, answer.get(0));
        assertArrayEquals(new byte[] {7}, answer.as(1, byte[].class));
    }

    @Test
    void tells_who_did_not_answer_in_time_or_left() {
        CompletableFuture<Answers> answers = one.root().all().timeout(Duration.ofSeconds(5)).emitWithAck("e").toCompletableFuture();
        a.send("30[1]");
        b.vanish();
        one.pass(4_900);
        two.pass(4_900);
        assertFalse(answers.isDone());
        one.pass(200);
        two.pass(200);
        assertEquals(Set.of(one.socket(0).id()), answers.join().received().keySet());
        assertEquals(Set.of(one.socket(1).id(), two.socket(0).id()), answers.join().missing());
    }

    @Test
    void names_the_instances_that_stay_silent() {
        CompletableFuture<Answers> answers = one.root().to(two.socket(0).id()).timeout(Duration.ofSeconds(5)).emitWithAck("e")
                .toCompletableFuture();
        one.pass(6_100);
        assertTrue(answers.isDone());
        assertEquals(Set.of("two@0"), answers.join().silent());
    }

    private static void assertReceived(List<String> expected, TestClient... clients) {
        Arrays.stream(clients).forEach(client -> assertEquals(expected, client.received()));
    }
}
