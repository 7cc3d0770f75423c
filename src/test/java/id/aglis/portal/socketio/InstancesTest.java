package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.cluster.BroadcastLog;
import id.aglis.portal.cluster.InMemoryBroadcastLog;
import id.aglis.portal.cluster.InstanceId;
import id.aglis.portal.cluster.LogDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What instances ask and tell each other: two on one log, with two sockets on the first and one on the second. */
class InstancesTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final BroadcastLog.Follower SILENT = new BroadcastLog.Follower(entries -> { }, bytes -> { });

    private final InMemoryBroadcastLog log = new InMemoryBroadcastLog(1_000);
    private final Portal one = new Portal("one", log);
    private final Portal two = new Portal("two", log);

    @BeforeEach
    void enter() {
        one.enter();
        one.enter();
        two.enter();
        one.socket(0).join("red");
        two.socket(0).join("red", "blue");
    }

    @Test
    void find_the_sockets_of_all_of_them() {
        Fetched fetched = now(one.root().all().fetchSockets());
        assertEquals(Set.of(), fetched.missing());
        assertEquals(Map.of(one.socket(0).id(), "one@0", one.socket(1).id(), "one@0", two.socket(0).id(), "two@0"),
                byId(fetched, RemoteSocket::instance));
        assertEquals(Map.of(one.socket(0).id(), Set.of("red"), one.socket(1).id(), Set.of(), two.socket(0).id(), Set.of("red", "blue")),
                byId(fetched, RemoteSocket::rooms));
    }

    @Test
    void find_only_the_sockets_that_are_meant() {
        assertEquals(Set.of(two.socket(0).id()), byId(now(one.root().to("red").except(one.socket(0).id()).fetchSockets()),
                RemoteSocket::id).keySet());
        assertEquals(Set.of(one.socket(0).id(), one.socket(1).id()), byId(now(one.root().local().fetchSockets()), RemoteSocket::id).keySet());
        assertEquals(new Fetched(List.of(), Set.of()), now(one.server().namespace("/empty").all().fetchSockets()));
    }

    @Test
    void tell_of_a_socket_what_may_be_known_elsewhere() {
        Socket socket = two.socket(0);
        socket.data().put("name", "Anna");
        socket.data().put("seen", List.of(1, Map.of("bytes", new byte[] {7})));
        socket.data().put("proof", new Secret("hidden"));
        socket.data().put("proofs", List.of(new Secret("hidden")));
        RemoteSocket remote = now(one.root().to(socket.id()).fetchSockets()).sockets().get(0);
        assertEquals(socket.handshake().address(), remote.address());
        assertEquals(Instant.ofEpochMilli(socket.handshake().time().toEpochMilli()), remote.time());
        assertFalse(remote.secure());
        assertEquals(Set.of("name", "seen"), remote.data().keySet());
        assertEquals("Anna", remote.data().get("name"));
        Map<?, ?> nested = (Map<?, ?>) ((List<?>) remote.data().get("seen")).get(1);
        assertArrayEquals(new byte[] {7}, (byte[]) nested.get("bytes"));
    }

    @Test
    void see_the_sockets_after_what_was_said_before_and_before_what_is_said_after() {
        one.root().all().join("green");
        CompletionStage<Fetched> green = one.root().to("green").fetchSockets();
        one.root().all().leave("green");
        assertEquals(3, now(green).sockets().size());
        assertEquals(0, now(one.root().to("green").fetchSockets()).sockets().size());
    }

    @Test
    void count_their_sockets() {
        Counted counted = now(two.root().all().countSockets());
        assertEquals(Map.of("one@0", 2L, "two@0", 1L), counted.perInstance());
        assertEquals(3, counted.total());
        assertEquals(1, now(two.root().to("blue").countSockets()).total());
    }

    @Test
    void name_those_that_do_not_tell_in_time_beside_what_the_others_told() {
        log.follow(new InstanceId("mute", Instant.EPOCH), SILENT);
        CompletableFuture<Fetched> fetched = one.root().all().timeout(LIMIT).fetchSockets().toCompletableFuture();
        CompletableFuture<Counted> counted = one.root().all().timeout(LIMIT).countSockets().toCompletableFuture();
        one.pass(4_900);
        assertFalse(fetched.isDone() || counted.isDone());
        one.pass(200);
        assertEquals(3, fetched.join().sockets().size());
        assertEquals(Set.of("mute@0"), fetched.join().missing());
        assertEquals(3, counted.join().total());
        assertEquals(Set.of("mute@0"), counted.join().missing());
    }

    @Test
    void do_not_wait_for_one_that_has_died() {
        two.root().onServerSide("ask", (arguments, ack) -> { });
        CompletableFuture<InstanceAnswers> answers = one.root().serverSideEmitWithAck(LIMIT, "ask").toCompletableFuture();
        assertFalse(answers.isDone());
        two.server().close();
        assertEquals(Set.of("two@0"), now(answers).missing());
    }

    @Test
    void tell_each_other_events_in_the_order_of_broadcasts() {
        List<Object> heard = new ArrayList<>();
        one.root().onServerSide("note", (arguments, ack) -> heard.add("own"));
        two.root().onServerSide("note", (arguments, ack) -> {
            heard.add(arguments.text(0) + two.socket(0).rooms().contains("green"));
            assertFalse(ack.wanted());
            ack.send("nobody");
        });
        one.root().serverSideEmit("note", "first ");
        one.root().all().join("green");
        one.root().serverSideEmit("note", "second ");
        one.root().serverSideEmit("unknown");
        assertEquals(List.of("first false", "second true"), heard);
    }

    @Test
    void answer_each_other() {
        two.root().onServerSide("load", (arguments, ack) -> {
            ack.send(arguments.as(0, Long.class) + 1, new byte[] {1});
            ack.send("too late");
        });
        InstanceAnswers answers = now(one.root().serverSideEmitWithAck(LIMIT, "load", 41));
        assertEquals(Set.of("two@0"), answers.received().keySet());
        assertEquals(42L, answers.received().get("two@0").get(0));
        assertArrayEquals(new byte[] {1}, answers.received().get("two@0").as(1, byte[].class));
        assertEquals(Set.of(), answers.missing());
    }

    @Test
    void name_at_once_those_that_cannot_answer_and_later_those_that_do_not() {
        new Portal("three", log).root().onServerSide("load", (arguments, ack) -> {
            throw new IllegalStateException("A handler that fails.");
        });
        assertEquals(Set.of("two@0", "three@0"), now(one.root().serverSideEmitWithAck(LIMIT, "load")).missing());
        two.root().onServerSide("load", (arguments, ack) -> { });
        CompletableFuture<InstanceAnswers> answers = one.root().serverSideEmitWithAck(LIMIT, "load").toCompletableFuture();
        one.pass(4_900);
        assertFalse(answers.isDone());
        one.pass(200);
        assertEquals(Set.of("two@0", "three@0"), now(answers).missing());
    }

    @Test
    void need_not_wait_when_there_is_nobody_else() {
        assertEquals(new InstanceAnswers(Map.of(), Set.of()), now(new Portal().root().serverSideEmitWithAck(LIMIT, "load")));
    }

    @Test
    void refuse_to_tell_what_cannot_be_told() {
        assertThrows(IllegalArgumentException.class, () -> one.root().serverSideEmit("connect"));
    }

    @Test
    void pass_over_what_a_later_version_says() {
        byte[] unknown = RoomOpCodec.encode(new RoomOp.Count("/", Selection.ALL, "one@0/1"));
        unknown[1] = 99;
        log.append(List.of(new LogDraft("later", 0, "", unknown)));
        assertEquals(3, now(one.root().all().countSockets()).total());
    }

    @Test
    void keep_answers_out_of_the_log() {
        now(one.root().all().fetchSockets());
        assertEquals(0, log.tail());
    }

    private static <T> Map<String, T> byId(Fetched fetched, Function<RemoteSocket, T> property) {
        return fetched.sockets().stream().collect(Collectors.toMap(RemoteSocket::id, property));
    }

    private static <T> T now(CompletionStage<T> stage) {
        assertTrue(stage.toCompletableFuture().isDone());
        return stage.toCompletableFuture().join();
    }

    private record Secret(String text) {
    }
}
