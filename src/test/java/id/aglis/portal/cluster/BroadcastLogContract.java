package id.aglis.portal.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every broadcast log promises, whatever carries it. */
abstract class BroadcastLogContract {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<LogEntry> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> volatiles = new LinkedBlockingQueue<>();

    /** An empty log that keeps so many entries at least, and at most twice as many. */
    abstract BroadcastLog create(int capacity);

    @Test
    void numbers_entries_from_0_without_gaps() throws Exception {
        try (BroadcastLog log = create(100)) {
            assertEquals(-1, log.tail());
            assertEquals(0, log.head());
            assertEquals(List.of(0L, 1L, 2L), sequences(value(log.append(drafts(0, 3)))));
            assertEquals(List.of(3L), sequences(value(log.append(drafts(3, 1)))));
            assertEquals(3, log.tail());
            assertEquals(List.of(0L, 1L, 2L, 3L), sequences(log.read(0, 10)));
        }
    }

    @Test
    void keeps_what_was_appended() throws Exception {
        try (BroadcastLog log = create(100)) {
            value(log.append(drafts(7, 1)));
            LogEntry entry = log.read(0, 1).get(0);
            assertEquals("here", entry.origin());
            assertEquals(7, entry.originSequence());
            assertEquals("event 7", entry.eventId());
            assertArrayEquals(bytes(7), entry.bytes());
        }
    }

    @Test
    void reads_from_where_it_is_asked_and_no_more_than_it_is_asked() throws Exception {
        try (BroadcastLog log = create(100)) {
            value(log.append(drafts(0, 20)));
            assertEquals(List.of(5L, 6L, 7L), sequences(log.read(5, 3)));
            assertEquals(List.of(19L), sequences(log.read(19, 3)));
            assertEquals(List.of(), log.read(20, 3));
            assertEquals(List.of(), log.read(1_000, 3));
        }
    }

    @Test
    void reads_from_the_oldest_kept_when_older_ones_are_asked_for() throws Exception {
        try (BroadcastLog log = create(10)) {
            for (int i = 0; i < 100; i++) {
                value(log.append(drafts(i, 1)));
            }
            assertEquals(99, log.tail());
            List<LogEntry> read = log.read(0, 5);
            assertEquals(log.head(), read.get(0).sequence());
            assertEquals(5, read.size());
            assertEquals(99, log.read(90, 100).get(9).sequence());
        }
    }

    @Test
    void lets_every_follower_hear_every_entry() throws Exception {
        try (BroadcastLog log = create(100)) {
            follow(log, "one");
            follow(log, "two");
            value(log.append(drafts(0, 5)));
            for (int i = 0; i < 10; i++) {
                assertEquals("here", take(heard).origin());
            }
        }
    }

    @Test
    void hands_volatile_content_to_followers_without_keeping_it() throws Exception {
        try (BroadcastLog log = create(100)) {
            follow(log, "one");
            log.publishVolatile(bytes(1));
            assertArrayEquals(bytes(1), take(volatiles));
            assertEquals(-1, log.tail());
        }
    }

    @Test
    void knows_its_followers() {
        try (BroadcastLog log = create(100)) {
            InstanceId one = follow(log, "one");
            assertEquals(Set.of(one.toString()), log.members());
        }
    }

    private InstanceId follow(BroadcastLog log, String name) {
        InstanceId instance = new InstanceId(name, Instant.EPOCH);
        log.follow(instance, new BroadcastLog.Follower(heard::addAll, volatiles::add));
        return instance;
    }

    private static List<LogDraft> drafts(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(i -> new LogDraft("here", i, "event " + i, bytes(i))).toList();
    }

    private static byte[] bytes(int number) {
        return ("content " + number).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Long> sequences(List<LogEntry> entries) {
        return entries.stream().map(LogEntry::sequence).toList();
    }

    private static <T> T value(CompletionStage<T> appended) throws Exception {
        return appended.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
        T taken = queue.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (taken == null) {
            throw new AssertionError("Nothing was heard.");
        }
        return taken;
    }
}
