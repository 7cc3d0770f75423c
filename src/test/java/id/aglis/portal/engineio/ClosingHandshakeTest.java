package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosingHandshakeTest {

    private final AtomicLong clock = new AtomicLong();
    private final TimerWheel wheel = new TimerWheel(clock::get);
    private final ClosingHandshake closing = new ClosingHandshake(Optional.empty(), wheel, Limits.defaults(), this);
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void record_the_end() {
        closing.atEnd(() -> done.add("end"));
    }

    @Test
    void lets_one_close_frame_out_and_nothing_after_it() {
        assertTrue(write("first"));
        assertTrue(closing.begin(() -> done.add("close")));
        assertFalse(closing.begin(() -> done.add("another")));
        assertFalse(write("last"));
        assertEquals(List.of("first", "close"), done);
    }

    @Test
    void is_over_when_the_client_was_heard() {
        assertTrue(closing.isOver(), "nothing has begun");
        closing.begin(() -> { });
        assertFalse(closing.isOver());
        closing.heard();
        assertTrue(closing.isOver());
    }

    @Test
    void ends_when_the_client_takes_too_long() {
        closing.begin(() -> { });
        pass(2_900);
        assertEquals(List.of(), done);
        pass(200);
        assertEquals(List.of("end"), done);
        assertTrue(closing.isOver());
    }

    private boolean write(String frame) {
        return closing.write(() -> done.add(frame), false);
    }

    private void pass(long milliseconds) {
        clock.addAndGet(milliseconds);
        wheel.tick();
    }
}
