package id.aglis.portal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrderedInboxTest {

    private final ManualTimer timer = new ManualTimer();
    private final InMemoryBroadcastLog log = new InMemoryBroadcastLog(50);
    private final List<Long> handedOn = new ArrayList<>();
    private final List<Gap> lost = new ArrayList<>();
    private OrderedInbox inbox = open(log);
    private Runnable beforeReading = () -> { };

    @Test
    void hands_on_in_sequence_what_comes_in_any_order() {
        List<LogEntry> entries = new ArrayList<>(append(40));
        Collections.shuffle(entries, new Random(1));
        entries.forEach(entry -> inbox.accept(List.of(entry)));
        assertEquals(sequence(0, 40), handedOn);
    }

    @Test
    void hands_on_once_what_comes_several_times() {
        List<LogEntry> entries = append(3);
        inbox.accept(entries);
        inbox.accept(entries);
        inbox.accept(entries.subList(1, 2));
        assertEquals(sequence(0, 3), handedOn);
    }

    @Test
    void waits_a_moment_for_what_is_missing_and_then_reads_it_from_the_log() {
        List<LogEntry> entries = append(5);
        inbox.accept(entries.subList(3, 5));
        timer.pass(49);
        assertEquals(List.of(), handedOn);
        timer.pass(1);
        assertEquals(sequence(0, 5), handedOn);
        inbox.accept(entries.subList(0, 3));
        assertEquals(sequence(0, 5), handedOn);
    }

    @Test
    void watches_gaps_that_close_by_themselves_with_one_timer() {
        List<LogEntry> entries = append(40);
        int idle = timer.waiting();
        for (int i = 0; i < 38; i += 2) {
            inbox.accept(entries.subList(i + 1, i + 2));
            inbox.accept(entries.subList(i, i + 1));
        }
        inbox.accept(entries.subList(39, 40));
        assertEquals(idle + 1, timer.waiting());
        timer.pass(50);
        assertEquals(sequence(0, 38), handedOn);
        timer.pass(50);
        assertEquals(sequence(0, 40), handedOn);
        timer.pass(50);
        assertEquals(idle, timer.waiting());
    }

    @Test
    void finds_out_by_itself_when_the_last_entries_were_missed() {
        append(3);
        timer.pass(1_000);
        assertEquals(sequence(0, 3), handedOn);
        assertEquals(2, inbox.position());
    }

    @Test
    void reads_a_large_gap_in_several_steps() {
        InMemoryBroadcastLog large = new InMemoryBroadcastLog(5_000);
        OrderedInbox reader = new OrderedInbox(large, timer.executor(), entry -> handedOn.add(entry.sequence()), lost::add);
        append(large, 0, 1_700);
        reader.repair();
        assertEquals(sequence(0, 1_700), handedOn);
    }

    @Test
    void tells_how_much_the_log_no_longer_had_and_goes_on_behind_it() {
        inbox.accept(append(70).subList(65, 66));
        timer.pass(50);
        assertEquals(List.of(new Gap(0, 20)), lost);
        assertEquals(sequence(20, 70), handedOn);
        inbox.accept(append(log, 70, 1));
        assertEquals(70, inbox.position());
    }

    @Test
    void drops_an_event_that_was_appended_before_but_keeps_the_sequence() {
        inbox.accept(append(2));
        inbox.accept(append(log, 1, 2));
        assertEquals(List.of(0L, 1L, 3L), handedOn);
        assertEquals(3, inbox.position());
    }

    @Test
    void begins_behind_the_newest_entry() {
        append(5);
        begin(log);
        inbox.accept(log.read(0, 5));
        assertEquals(List.of(), handedOn);
        inbox.accept(append(log, 5, 1));
        assertEquals(List.of(5L), handedOn);
    }

    @Test
    void drops_what_its_origin_has_appended_before_though_nobody_named_it() {
        inbox.accept(append(draft(0, ""), draft(1, "")));
        inbox.accept(append(draft(0, ""), draft(1, ""), draft(2, "")));
        assertEquals(List.of(0L, 1L, 4L), handedOn);
    }

    @Test
    void knows_what_was_published_shortly_before_it_began() {
        append(draft(0, "event of a dying instance"));
        begin(log);
        inbox.accept(append(new LogDraft("heir", 0, "event of a dying instance", new byte[0]), draft(1, "")));
        assertEquals(List.of(2L), handedOn);
    }

    @Test
    void goes_on_after_a_time_in_which_the_log_could_not_be_read() {
        beforeReading = () -> {
            throw new IllegalStateException("Expected by this test.");
        };
        begin(new HookedLog());
        append(3);
        timer.pass(1_000);
        assertEquals(List.of(), handedOn);
        beforeReading = () -> { };
        timer.pass(1_000);
        assertEquals(sequence(0, 3), handedOn);
    }

    /** The thread that brings entries may be the one that brings the log's answer, too. */
    @Test
    void takes_entries_while_it_waits_for_the_log() {
        List<LogEntry> entries = new ArrayList<>();
        beforeReading = () -> CompletableFuture.runAsync(() -> inbox.accept(entries)).orTimeout(5, TimeUnit.SECONDS).join();
        begin(new HookedLog());
        entries.addAll(append(2));
        timer.pass(1_000);
        assertEquals(sequence(0, 2), handedOn);
    }

    @Test
    void stops_looking_when_closed() {
        inbox.close();
        append(3);
        timer.pass(5_000);
        assertEquals(List.of(), handedOn);
    }

    private void begin(BroadcastLog other) {
        inbox.close();
        inbox = open(other);
    }

    private OrderedInbox open(BroadcastLog chosen) {
        return new OrderedInbox(chosen, timer.executor(), entry -> handedOn.add(entry.sequence()), lost::add);
    }

    private List<LogEntry> append(int count) {
        return append(log, 0, count);
    }

    private static List<LogEntry> append(BroadcastLog log, int first, int count) {
        long tail = log.tail();
        List<LogDraft> drafts = IntStream.range(first, first + count).mapToObj(i -> new LogDraft("here", i, "event " + i, new byte[0])).toList();
        log.append(drafts);
        return IntStream.range(0, count).mapToObj(i -> drafts.get(i).at(tail + 1 + i, 1)).toList();
    }

    private List<LogEntry> append(LogDraft... drafts) {
        return log.append(List.of(drafts)).toCompletableFuture().join();
    }

    private static LogDraft draft(int number, String eventId) {
        return new LogDraft("origin", number, eventId, new byte[0]);
    }

    private static List<Long> sequence(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    /** The log, with something that happens before it is read. */
    private final class HookedLog implements BroadcastLog {

        @Override
        public List<LogEntry> read(long from, int max) {
            beforeReading.run();
            return log.read(from, max);
        }

        @Override
        public CompletionStage<List<LogEntry>> append(List<LogDraft> drafts) {
            return log.append(drafts);
        }

        @Override
        public long tail() {
            return log.tail();
        }

        @Override
        public long head() {
            return log.head();
        }

        @Override
        public void publishVolatile(byte[] content) {
            log.publishVolatile(content);
        }

        @Override
        public void follow(InstanceId instance, Follower follower) {
            log.follow(instance, follower);
        }

        @Override
        public Set<String> members() {
            return log.members();
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
