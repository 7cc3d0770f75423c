package id.aglis.portal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrderedInboxTest {

    private final ManualTimer timer = new ManualTimer();
    private final InMemoryBroadcastLog log = new InMemoryBroadcastLog(50);
    private final List<Long> handedOn = new ArrayList<>();
    private final List<Long> lost = new ArrayList<>();
    private OrderedInbox inbox = open();

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
        timer.pass(19);
        assertEquals(List.of(), handedOn);
        timer.pass(1);
        assertEquals(sequence(0, 5), handedOn);
        inbox.accept(entries.subList(0, 3));
        assertEquals(sequence(0, 5), handedOn);
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
        timer.pass(20);
        assertEquals(List.of(20L), lost);
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
        inbox.close();
        inbox = open();
        inbox.accept(log.read(0, 5));
        assertEquals(List.of(), handedOn);
        inbox.accept(append(log, 5, 1));
        assertEquals(List.of(5L), handedOn);
    }

    @Test
    void stops_looking_when_closed() {
        inbox.close();
        append(3);
        timer.pass(5_000);
        assertEquals(List.of(), handedOn);
    }

    private OrderedInbox open() {
        return new OrderedInbox(log, timer.executor(), entry -> handedOn.add(entry.sequence()), lost::add);
    }

    private List<LogEntry> append(int count) {
        return append(log, 0, count);
    }

    private static List<LogEntry> append(BroadcastLog log, int first, int count) {
        long tail = log.tail();
        List<LogDraft> drafts = IntStream.range(first, first + count).mapToObj(i -> new LogDraft("here", i, "event " + i, new byte[0])).toList();
        log.append(drafts);
        return IntStream.range(0, count).mapToObj(i -> drafts.get(i).at(tail + 1 + i)).toList();
    }

    private static List<Long> sequence(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }
}
