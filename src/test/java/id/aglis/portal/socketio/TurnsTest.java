package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private long now = -5;
    private final Turns turns = new Turns(100, 25, () -> now);

    @Test
    void come_one_after_another_and_not_too_late() {
        assertEquals(OptionalLong.of(0), turns.take());
        assertEquals(OptionalLong.of(10), turns.take());
        assertEquals(OptionalLong.of(20), turns.take());
        assertEquals(OptionalLong.empty(), turns.take());
        now += 10_000_000;
        assertEquals(OptionalLong.of(20), turns.take());
        assertEquals(OptionalLong.empty(), turns.take());
    }

    @Test
    void do_not_pile_up_while_nobody_comes() {
        now += 10_000_000_000L;
        assertEquals(OptionalLong.of(0), turns.take());
        assertEquals(OptionalLong.of(10), turns.take());
    }
}
