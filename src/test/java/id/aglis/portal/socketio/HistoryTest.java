package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.engineio.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = History.of(3, 9);

    @Test
    void begins_where_it_is_told_to() {
        assertEquals(9, history.position());
        assertEquals(Optional.of(List.of()), after(9));
        assertEquals(Optional.empty(), after(8));
    }

    @Test
    void remembers_the_newest() {
        add(10, 11, 12, 13, 20);
        assertEquals(20, history.position());
        assertEquals(Optional.of(List.of(12L, 13L, 20L)), after(11));
        assertEquals(Optional.of(List.of(20L)), after(15));
        assertEquals(Optional.of(List.of()), after(20));
        assertEquals(Optional.empty(), after(10));
    }

    @Test
    void remembers_no_more_bytes_than_is_good() {
        for (long position = 10; position < 20; position++) {
            history.add(new History.Past(position, op(), Optional.of(Message.of("x".repeat(7_000_000)))));
        }
        assertEquals(Optional.of(List.of(18L, 19L)), after(17));
        assertEquals(Optional.empty(), after(16));
    }

    @Test
    void passes_over_what_is_for_nobody() {
        add(10);
        history.pass(11);
        assertEquals(11, history.position());
        assertEquals(Optional.of(List.of(10L)), after(9));
    }

    @Test
    void knows_nothing_from_before_a_gap() {
        add(10, 11);
        history.skipTo(50);
        assertEquals(50, history.position());
        assertEquals(Optional.empty(), after(49));
        assertEquals(Optional.of(List.of()), after(50));
    }

    private void add(long... positions) {
        LongStream.of(positions).forEach(position -> history.add(new History.Past(position, op(), Optional.empty())));
    }

    private static RoomOp op() {
        return new RoomOp.Leave("/", Selection.ALL, Set.of());
    }

    private Optional<List<Long>> after(long position) {
        return history.after(position).map(all -> all.stream().map(History.Past::position).toList());
    }
}
