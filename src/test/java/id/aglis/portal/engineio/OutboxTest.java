package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final int BYTES = 1_000;
    private static final Limits LIMITS = new Limits(10, 10, 10, 10, 10, BYTES, Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(1),
            Duration.ofSeconds(1), 1);

    private long now = 5_000;
    private final TimerWheel wheel = new TimerWheel(() -> now);
    private int stalls;
    private final Outbox outbox = new Outbox(LIMITS, wheel, () -> stalls++);
    private final RecordingLink socket = RecordingLink.socket();

    @Test
    void keeps_messages_in_order_until_there_is_a_link() {
        offer("a", "b");
        flush();
        outbox.attach(socket);
        flush();
        assertEquals(List.of("4a\u001e4b"), socket.written());
    }

    @Test
    void answers_a_poll_once_and_keeps_the_rest_for_the_next() {
        RecordingLink first = RecordingLink.poll();
        outbox.attach(first);
        offer("a");
        flush();
        offer("b");
        flush();
        assertEquals(List.of("4a"), first.written());
        RecordingLink second = RecordingLink.poll();
        assertTrue(outbox.attach(second));
        flush();
        assertEquals(List.of("4b"), second.written());
    }

    @Test
    void has_one_write_under_way_and_then_sends_what_came_meanwhile_in_one() {
        outbox.attach(socket.busy());
        offer("a");
        flush();
        offer("b");
        flush();
        offer("c");
        flush();
        assertEquals(List.of("4a"), socket.written());
        socket.take();
        assertEquals(List.of("4a", "4b\u001e4c"), socket.written());
    }

    @Test
    void takes_one_link_at_a_time() {
        assertTrue(outbox.attach(socket));
        assertFalse(outbox.attach(RecordingLink.socket()));
        assertTrue(outbox.isAttached(socket));
        assertSame(socket, outbox.detach().orElseThrow());
        assertFalse(outbox.hasLink());
    }

    @Test
    void stalls_when_more_bytes_wait_than_allowed() {
        outbox.offer(sized(600));
        assertEquals(0, stalls);
        outbox.offer(sized(600));
        assertEquals(1, stalls);
    }

    @Test
    void takes_a_message_larger_than_the_limit_when_nothing_waits() {
        outbox.offer(sized(5 * BYTES));
        assertEquals(0, stalls);
    }

    @Test
    void forgets_the_bytes_that_were_sent() {
        outbox.attach(socket);
        for (int i = 0; i < 10; i++) {
            outbox.offer(sized(600));
            flush();
        }
        assertEquals(0, stalls);
        assertEquals(10, socket.written().size());
    }

    @Test
    void drops_the_volatile_first_when_it_gets_full() {
        outbox.offer(droppable("v".repeat(200)));
        outbox.offer(sized(700));
        outbox.offer(sized(250));
        assertEquals(0, stalls);
        outbox.attach(socket);
        flush();
        assertFalse(socket.written().get(0).contains("v"));
        assertEquals(2, socket.batches().get(0).messages().size());
    }

    @Test
    void does_not_take_the_volatile_when_a_quarter_is_used() {
        outbox.offer(sized(BYTES / 4 + 1));
        outbox.offer(droppable("v"));
        outbox.attach(socket);
        flush();
        assertEquals(1, socket.batches().get(0).messages().size());
        assertEquals(0, stalls);
    }

    @Test
    void stalls_when_the_oldest_message_has_waited_too_long() {
        offer("a");
        pass(30_000);
        offer("b");
        assertEquals(0, stalls);
        pass(20);
        offer("c");
        assertEquals(1, stalls);
    }

    @Test
    void counts_the_age_anew_once_it_was_empty() {
        outbox.attach(socket);
        offer("a");
        flush();
        pass(40_000);
        offer("b");
        assertEquals(0, stalls);
    }

    @Test
    void stalls_when_one_write_takes_too_long() {
        outbox.attach(socket.busy());
        offer("a");
        flush();
        pass(9_980);
        assertEquals(0, stalls);
        pass(40);
        assertEquals(1, stalls);
    }

    @Test
    void stalls_once() {
        outbox.attach(socket.busy());
        offer("a");
        flush();
        pass(10_100);
        outbox.offer(sized(BYTES));
        outbox.offer(sized(BYTES));
        pass(40_000);
        assertEquals(1, stalls);
    }

    @Test
    void does_not_take_a_later_write_for_one_that_takes_too_long() {
        outbox.attach(socket.busy());
        offer("a");
        flush();
        pass(5_000);
        socket.take();
        socket.busy();
        offer("b");
        flush();
        pass(6_000);
        assertEquals(0, stalls);
    }

    @Test
    void finishes_after_everything_queued_is_written() {
        outbox.attach(socket.busy());
        offer("a");
        flush();
        offer("b");
        outbox.finish(LinkEnd.OK);
        offer("too late");
        assertEquals(Optional.empty(), socket.end());
        socket.take();
        assertEquals(List.of("4a", "4b"), socket.written());
        assertEquals(Optional.of(LinkEnd.OK), socket.end());
    }

    @Test
    void finishes_at_once_when_nothing_waits() {
        outbox.attach(socket);
        outbox.finish(LinkEnd.OK);
        assertEquals(Optional.of(LinkEnd.OK), socket.end());
    }

    @Test
    void drops_everything_and_gives_its_link_back_when_closed() {
        outbox.attach(socket.busy());
        offer("a");
        flush();
        offer("b");
        assertSame(socket, outbox.close().orElseThrow());
        socket.take();
        offer("c");
        flush();
        assertEquals(List.of("4a"), socket.written());
        assertFalse(outbox.attach(RecordingLink.poll()));
    }

    @Test
    void splits_what_is_too_much_for_one_write() {
        Outbox large = new Outbox(Limits.defaults(), wheel, () -> stalls++);
        for (int i = 0; i < 10; i++) {
            large.offer(sized(100 * 1024));
        }
        large.attach(socket);
        large.flush(new FlushRound());
        assertEquals(5, socket.written().size());
    }

    private void offer(String... messages) {
        for (String message : messages) {
            outbox.offer(Message.of(message));
        }
    }

    private void flush() {
        outbox.flush(new FlushRound());
    }

    private void pass(long milliseconds) {
        for (long end = now + milliseconds; now < end; wheel.tick()) {
            now = Math.min(end, now + 10);
        }
    }

    private static Message sized(int size) {
        return Message.of("x".repeat(size - 11));
    }

    private static Message droppable(String text) {
        return Message.of(text.getBytes(StandardCharsets.UTF_8), List.of(), true);
    }
}
