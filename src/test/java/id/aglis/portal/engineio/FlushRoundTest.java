package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlushRoundTest {

    private final FlushRound round = new FlushRound();
    private final Message one = Message.of("one");
    private final Message two = Message.of("two");

    @Test
    void shares_a_batch_among_connections_with_the_same_messages_pending() {
        Batch first = round.take(new Message[] {one, two}, 2);
        Batch second = round.take(new Message[] {one, two, null, null}, 2);
        assertSame(first, second);
    }

    @Test
    void shares_nothing_when_the_order_or_the_number_differs() {
        Batch first = round.take(new Message[] {one, two}, 2);
        assertNotSame(first, round.take(new Message[] {two, one}, 2));
        assertNotSame(first, round.take(new Message[] {one}, 1));
    }

    @Test
    void does_not_change_a_batch_when_the_connection_reuses_its_array() {
        Message[] pending = {one, two};
        Batch batch = round.take(pending, 2);
        pending[0] = two;
        assertEquals(List.of(one, two), batch.messages());
    }

    @Test
    void takes_no_more_than_one_write_may_hold_but_always_something() {
        Message large = Message.of(new byte[200 * 1024]);
        Message huge = Message.of(new byte[900 * 1024]);
        assertEquals(List.of(one, large), round.take(new Message[] {one, large, large}, 3).messages());
        assertEquals(List.of(huge), round.take(new Message[] {huge, one}, 2).messages());
    }

    @Test
    void joins_messages_with_separators_in_a_body_and_without_in_frames() {
        Batch batch = round.take(new Message[] {one, two}, 2);
        assertEquals("4one\u001e4two", new String(batch.body(), StandardCharsets.UTF_8));
        assertEquals(one.frames().length + two.frames().length, batch.frames().length);
        assertSame(one.frames(), Batch.of(one).frames());
    }
}
