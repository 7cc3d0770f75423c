package id.aglis.portal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogWriterTest {

    private final SlowLog log = new SlowLog();
    private final ManualTimer timer = new ManualTimer();
    private final LogWriter writer = new LogWriter(log, new InstanceId("here", Instant.EPOCH), timer.executor());

    @Test
    void does_not_let_a_single_entry_wait() {
        append("a");
        assertEquals(List.of(List.of("a")), log.batches);
    }

    @Test
    void collects_the_next_batch_while_one_is_on_its_way() {
        append("a");
        append("b");
        append("c");
        assertEquals(1, log.batches.size());
        log.keep(0);
        assertEquals(List.of(List.of("a"), List.of("b", "c")), log.batches);
    }

    @Test
    void tells_each_entry_its_own_sequence() {
        append("a");
        CompletableFuture<Long> b = append("b");
        CompletableFuture<Long> c = append("c");
        log.keep(10);
        assertFalse(b.isDone());
        log.keep(11);
        assertEquals(11, b.join());
        assertEquals(12, c.join());
    }

    @Test
    void appends_no_more_than_256_at_a_time() {
        append("first");
        IntStream.range(0, 300).forEach(i -> append("event " + i));
        log.keep(0);
        assertEquals(256, log.batches.get(1).size());
        log.keep(1);
        assertEquals(44, log.batches.get(2).size());
    }

    @Test
    void appends_a_batch_that_failed_again_before_all_others_and_with_the_same_numbers() {
        CompletableFuture<Long> a = append("a");
        CompletableFuture<Long> b = append("b");
        log.fail();
        assertFalse(a.isDone());
        timer.pass(500);
        assertEquals(List.of(List.of("a"), List.of("a")), log.batches);
        assertEquals(List.of(0L, 0L), log.numbers);
        log.keep(7);
        assertEquals(7, a.join());
        log.keep(8);
        assertEquals(8, b.join());
        assertEquals(List.of(0L, 0L, 1L), log.numbers);
    }

    @Test
    void fails_a_batch_after_half_a_minute_and_goes_on_with_the_next() {
        CompletableFuture<Long> a = append("a");
        CompletableFuture<Long> b = append("b");
        for (int second = 0; second < 30; second++) {
            assertFalse(a.isDone());
            log.fail();
            timer.pass(500);
            log.fail();
            timer.pass(500);
        }
        assertTrue(a.isCompletedExceptionally());
        log.keep(0);
        assertEquals(0, b.join());
    }

    @Test
    void refuses_what_would_take_too_much_memory_while_the_log_is_away() {
        byte[] large = new byte[10_000_000];
        List<CompletableFuture<Long>> waiting = IntStream.range(0, 4).mapToObj(i -> writer.append("", large).toCompletableFuture()).toList();
        assertFalse(waiting.get(2).isDone());
        assertTrue(waiting.get(3).isCompletedExceptionally());
        log.keep(0);
        log.keep(1);
        assertFalse(append("there is room again").isDone());
    }

    @Test
    void fails_only_the_entry_when_the_log_throws() {
        log.failing = true;
        assertTrue(append("a").isCompletedExceptionally());
        log.failing = false;
        append("b");
        assertEquals(List.of(List.of("b")), log.batches);
    }

    private CompletableFuture<Long> append(String eventId) {
        return writer.append(eventId, new byte[0]).toCompletableFuture();
    }

    /** Keeps a batch when the test says so. */
    private static final class SlowLog implements BroadcastLog {

        private final List<List<String>> batches = new ArrayList<>();
        private final List<Long> numbers = new ArrayList<>();
        private final Queue<CompletableFuture<List<LogEntry>>> pending = new ArrayDeque<>();
        private boolean failing;

        void keep(long first) {
            List<String> batch = batches.get(batches.size() - pending.size());
            pending.remove().complete(IntStream.range(0, batch.size())
                    .mapToObj(i -> new LogEntry(first + i, 1, "here", first + i, batch.get(i), new byte[0])).toList());
        }

        void fail() {
            pending.remove().completeExceptionally(new IllegalStateException("Expected by this test."));
        }

        @Override
        public CompletionStage<List<LogEntry>> append(List<LogDraft> drafts) {
            if (failing) {
                throw new IllegalStateException("Expected by this test.");
            }
            drafts.forEach(draft -> numbers.add(draft.originSequence()));
            batches.add(drafts.stream().map(LogDraft::eventId).toList());
            CompletableFuture<List<LogEntry>> kept = new CompletableFuture<>();
            pending.add(kept);
            return kept;
        }

        @Override
        public List<LogEntry> read(long from, int max) {
            return List.of();
        }

        @Override
        public long tail() {
            return -1;
        }

        @Override
        public long head() {
            return 0;
        }

        @Override
        public void publishVolatile(byte[] content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void follow(InstanceId instance, Follower follower) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> members() {
            return Set.of();
        }

        @Override
        public void close() {
            pending.clear();
        }
    }
}
