package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.engineio.TestEngine.TestClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketTest {

    private final Portal portal = new Portal();
    private final TestClient client = portal.enter();
    private Socket socket;

    @BeforeEach
    void entered() {
        socket = portal.socket(0);
    }

    @Test
    void emits_every_kind_of_value() {
        socket.emit("e", "s", 1, 2.5, true, null, List.of(1), Map.of("k", "v"), new Point(1, 2));
        socket.emit("b", Map.of("parts", List.of(new byte[] {1, 2, 3})));
        List<String> received = client.received();
        assertEquals("42[\"e\",\"s\",1,2.5,true,null,[1],{\"k\":\"v\"},{\"x\":1,\"y\":2}]", received.get(0));
        assertTrue(received.get(1).startsWith("451-[\"b\",{\"parts\":[{"), received.get(1));
        assertEquals("bAQID", received.get(2));
    }

    @Test
    void binds_arguments_to_types() {
        Object[] taken = new Object[4];
        socket.on("p", (arguments, ack) -> {
            taken[0] = arguments.as(0, Point.class);
            taken[1] = arguments.as(1, Integer.class);
            taken[2] = arguments.as(2, String.class);
            taken[3] = arguments.get(9);
        });
        client.send("2[\"p\",{\"x\":1,\"y\":2},7,\"s\"]");
        assertArrayEquals(new Object[] {new Point(1, 2), 7, "s", null}, taken);
    }

    @Test
    void answers_once() {
        socket.on("e", (arguments, ack) -> {
            assertTrue(ack.wanted());
            ack.send("first", new byte[] {1});
            ack.send("second");
        });
        client.send("25[\"e\"]");
        assertTrue(client.received().get(0).startsWith("461-5[\"first\",{"));
        assertEquals(List.of(), client.received());
    }

    @Test
    void answers_later_from_any_thread() throws InterruptedException {
        Ack[] kept = new Ack[1];
        socket.on("e", (arguments, ack) -> kept[0] = ack);
        client.send("25[\"e\"]");
        assertEquals(List.of(), client.received());
        Thread later = new Thread(() -> kept[0].send("later"));
        later.start();
        later.join();
        assertEquals(List.of("435[\"later\"]"), client.received());
    }

    @Test
    void answers_nothing_that_nobody_asked_for() {
        socket.on("e", (arguments, ack) -> {
            assertFalse(ack.wanted());
            ack.send("unasked");
        });
        client.send("2[\"e\"]");
        assertEquals(List.of(), client.received());
    }

    @Test
    void answers_an_error_when_a_handler_fails_and_stays() {
        socket.on("exception", (arguments, ack) -> {
            throw new java.io.IOException("Expected by this test.");
        });
        socket.on("error", (arguments, ack) -> {
            throw new StackOverflowError("Expected by this test.");
        });
        socket.on("formless", (arguments, ack) -> ack.send(new Thread()));
        socket.on("fine", (arguments, ack) -> ack.send());
        client.send("21[\"exception\"]");
        client.send("22[\"error\"]");
        client.send("23[\"formless\"]");
        client.send("2[\"exception\"]");
        client.send("24[\"fine\"]");
        assertEquals(List.of("431[{\"error\":\"Internal error\"}]", "432[{\"error\":\"Internal error\"}]",
                "433[{\"error\":\"Internal error\"}]", "434[]"), client.received());
        assertFalse(client.isEnded());
    }

    @Test
    void tells_a_client_whose_argument_is_of_another_kind() {
        socket.on("join", (arguments, ack) -> arguments.text(0));
        client.send("21[\"join\",7]");
        assertEquals(List.of("431[{\"error\":\"Argument 0 is no String.\"}]"), client.received());
    }

    @Test
    void has_the_failure_of_a_handler_logged_once_and_a_limit_not_at_all() {
        List<LogRecord> logged = new ArrayList<>();
        Logger logger = Logger.getLogger(Socket.class.getPackageName());
        Handler handler = new Recorder(logged);
        logger.addHandler(handler);
        try {
            socket.on("fail", (arguments, ack) -> {
                throw new IllegalStateException("Expected by this test.");
            });
            socket.on("join", (arguments, ack) -> socket.join("1", "2", "3", "4", "5", "6"));
            client.send("2[\"join\"]");
            assertEquals(List.of(), logged);
            client.send("2[\"fail\"]");
            assertEquals(1, logged.size());
        } finally {
            logger.removeHandler(handler);
        }
    }

    @Test
    void gets_the_answer_of_its_client() {
        CompletableFuture<Arguments> answer = ask();
        assertEquals(List.of("420[\"e\"]"), client.received());
        client.send("30[\"yes\",2]");
        assertEquals(List.of("yes", 2L), answer.join().list());
    }

    @Test
    void waits_for_an_answer_no_longer_than_told() {
        CompletableFuture<Arguments> answer = ask();
        portal.pass(4_900);
        assertFalse(answer.isDone());
        portal.pass(200);
        assertTrue(answer.isDone());
        assertInstanceOf(TimeoutException.class, assertThrows(CompletionException.class, answer::join).getCause());
        client.send("30[\"too late\"]");
        assertFalse(client.isEnded());
    }

    @Test
    void gives_up_waiting_at_once_when_its_client_leaves() {
        CompletableFuture<Arguments> pending = ask();
        client.vanish();
        assertTrue(pending.isCancelled());
        assertTrue(ask().isCancelled());
    }

    @Test
    void says_nothing_more_once_it_has_left() {
        client.received();
        socket.disconnect(false);
        socket.emit("e");
        socket.emitVolatile("e");
        socket.join("room");
        portal.root().to("room", socket.id()).emit("e");
        assertEquals(List.of("41"), client.received());
    }

    @Test
    void sends_what_may_be_dropped_like_anything_else_while_there_is_room() {
        socket.emitVolatile("e", 1);
        assertEquals(List.of("42[\"e\",1]"), client.received());
    }

    @Test
    void emits_no_event_with_a_reserved_name() {
        assertThrows(IllegalArgumentException.class, () -> socket.emit("disconnect"));
        assertThrows(IllegalArgumentException.class, () -> portal.root().all().emit("connect"));
    }

    @Test
    void belongs_to_a_namespace_with_a_proper_name() {
        assertThrows(IllegalArgumentException.class, () -> portal.server().namespace("chat"));
        assertThrows(IllegalArgumentException.class, () -> portal.server().namespace("/a,b"));
    }

    private CompletableFuture<Arguments> ask() {
        return socket.emitWithAck(Duration.ofSeconds(5), "e").toCompletableFuture();
    }

    private static final class Recorder extends Handler {

        private final List<LogRecord> records;

        private Recorder(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord logged) {
            records.add(logged);
        }

        @Override
        public void flush() {
            // There is nothing to flush.
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }

    /** Something with components. */
    public record Point(int x, int y) {
    }
}
