package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.cluster.InMemoryBroadcastLog;
import id.aglis.portal.cluster.InMemoryRecords;
import id.aglis.portal.cluster.LogConfig;
import id.aglis.portal.cluster.Records;
import id.aglis.portal.cluster.RecordsConfig;
import id.aglis.portal.engineio.TestEngine.TestClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final CountedRecords records = new CountedRecords();
    private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    private long now;
    private final Recovery recovery = new Recovery(new RecoveryConfig(10, 10_000, 1_000, Duration.ofSeconds(1),
            new LogConfig(100, Duration.ofMinutes(30), 1)), records, work::add, () -> now * NANOS_PER_MILLI);
    private final Portal portal = new Portal("here", new InMemoryBroadcastLog(1_000), recovery);
    private final TestClient client = portal.enter();
    private final Socket socket = portal.socket(0);

    @Test
    void is_written_when_the_client_connects_and_when_its_rooms_change_once_for_all_that_waits() {
        assertEquals(0, records.writes);
        work();
        assertEquals(1, records.writes);
        assertEquals(Map.of(), record().rooms());
        socket.join("a", "b");
        socket.join("c");
        socket.leave("b");
        assertEquals(1, work.size());
        work();
        assertEquals(2, records.writes);
        assertEquals(Map.of("a", -1L, "c", -1L), record().rooms());
    }

    @Test
    void is_not_written_when_the_connection_is_lost_and_says_how_it_was_then() {
        socket.join("a");
        client.vanish();
        work();
        assertEquals(Map.of("a", -1L), record().rooms());
        assertEquals(1, records.writes);
    }

    @Test
    void is_removed_when_the_client_leaves() {
        work();
        client.send("1");
        work();
        assertEquals(Optional.empty(), records.find(pid()));
    }

    /** The race: rooms hold their lock when they say that they changed, and the record asks for the rooms meanwhile. */
    @Test
    void is_written_while_rooms_change_and_neither_waits_for_the_other() {
        CompletableFuture<Void> changing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 20_000; i++) {
                socket.join("a", "b");
                socket.leave("a", "b");
            }
            socket.join("z");
        });
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            while (!changing.isDone()) {
                work();
            }
            work();
        });
        writing.orTimeout(30, TimeUnit.SECONDS).join();
        assertEquals(Map.of("z", -1L), record().rooms());
    }

    @Test
    void says_where_an_idle_client_is_every_ten_minutes() {
        work();
        portal.root().all().emit("e");
        for (int minutes = 0; minutes < 60; minutes++) {
            pingAfter(60_000);
            work();
        }
        assertEquals(0, record().position());
        assertEquals(1 + 6, records.writes);
    }

    @Test
    void says_so_earlier_when_the_log_moves_quickly() {
        work();
        for (int i = 0; i < 100; i++) {
            portal.root().all().emit("e");
            pingAfter(25);
            work();
        }
        assertEquals(99, record().position());
        assertEquals(1 + 4, records.writes);
    }

    @Test
    void does_not_believe_a_client_that_was_not_asked() {
        work();
        portal.root().all().emit("e");
        now += Duration.ofHours(1).toMillis();
        client.pong();
        work();
        assertEquals(-1, record().position());
    }

    @Test
    void is_written_before_the_client_gets_the_answer_that_relies_on_it() {
        work();
        client.received();
        socket.on("join", (arguments, ack) -> {
            socket.join("a");
            ack.send("joined");
        });
        client.send("21[\"join\"]");
        assertEquals(List.of(), client.received());
        work();
        assertEquals(List.of("431[\"joined\"]"), client.received());
    }

    @Test
    void is_written_again_when_it_had_expired() {
        work();
        records.remove(pid(), records.find(pid()).orElseThrow());
        socket.join("a");
        work();
        assertEquals(Map.of("a", -1L), record().rooms());
    }

    @Test
    void gives_way_to_whoever_has_taken_over() {
        work();
        byte[] taken = record().takenBy("another", "elsewhere", 7).toBytes();
        records.replace(pid(), records.find(pid()).orElseThrow(), taken);
        socket.join("a");
        work();
        assertTrue(client.isEnded());
        work();
        assertEquals("another", record().connection());
        assertTrue(portal.root().sockets().isEmpty());
    }

    @Test
    void is_written_once_when_a_client_comes_back_as_it_was() {
        socket.join("a");
        work();
        client.vanish();
        portal.connect().send("0{\"pid\":\"" + pid() + "\"}");
        work();
        assertEquals(Set.of("a"), portal.socket(1).rooms());
        assertEquals(1 + 1, records.writes);
    }

    private void pingAfter(long milliseconds) {
        now += milliseconds;
        portal.pass(25_000);
        client.pong();
    }

    private void work() {
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }

    private String pid() {
        return socket.registration().orElseThrow().pid();
    }

    private ConnectionRecord record() {
        return ConnectionRecord.of(records.find(pid()).orElseThrow());
    }

    private static final class CountedRecords implements Records {

        private final Records kept = new InMemoryRecords(new RecordsConfig(100, Duration.ofHours(1), 0));
        private int writes;

        @Override
        public Optional<byte[]> find(String key) {
            return kept.find(key);
        }

        @Override
        public boolean add(String key, byte[] record) {
            writes++;
            return kept.add(key, record);
        }

        @Override
        public boolean replace(String key, byte[] expected, byte[] record) {
            writes++;
            return kept.replace(key, expected, record);
        }

        @Override
        public boolean remove(String key, byte[] expected) {
            return kept.remove(key, expected);
        }

        @Override
        public Set<String> keys() {
            return kept.keys();
        }

        @Override
        public void close() {
            kept.close();
        }
    }
}
