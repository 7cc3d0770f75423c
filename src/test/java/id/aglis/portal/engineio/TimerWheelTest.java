package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimerWheelTest {

    private static final long TICK = 20;

    private long now = 12_345;
    private final TimerWheel wheel = new TimerWheel(() -> now);
    private final List<Long> fired = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 19, 20, 21, 100, 10_239, 10_240, 10_241, 25_000, 60_007})
    void fires_once_not_early_and_at_most_a_tick_late(long delay) {
        long start = now;
        wheel.after(delay, () -> fired.add(now));
        pass(delay + 30_000);
        assertEquals(1, fired.size());
        long late = fired.get(0) - start - delay;
        assertTrue(late >= 0 && late <= TICK, "late by " + late);
    }

    @Test
    void fires_soon_when_the_deadline_has_passed_long_ago() {
        pass(1_000);
        wheel.at(now - 500, () -> fired.add(now));
        pass(2 * TICK);
        assertEquals(1, fired.size());
    }

    @Test
    void goes_on_after_a_task_that_fails() {
        wheel.after(100, () -> {
            throw new IllegalStateException("on purpose");
        });
        wheel.after(100, () -> fired.add(now));
        pass(500);
        assertEquals(1, fired.size());
    }

    @Test
    void does_not_fire_what_was_cancelled() {
        wheel.after(100, () -> fired.add(now)).cancel();
        pass(500);
        assertEquals(List.of(), fired);
    }

    @Test
    void does_not_fire_what_another_task_of_the_same_tick_cancels() {
        TimerWheel.Timeout[] second = new TimerWheel.Timeout[1];
        wheel.after(100, () -> second[0].cancel());
        second[0] = wheel.after(100, () -> fired.add(now));
        pass(500);
        assertEquals(List.of(), fired);
    }

    @Test
    void fires_everything_that_fell_due_while_the_timer_stood_still() {
        for (int delay = 0; delay < 30_000; delay += 250) {
            wheel.after(delay, () -> fired.add(now));
        }
        now += 60_000;
        wheel.tick();
        assertEquals(120, fired.size());
    }

    @Test
    void takes_new_timers_from_a_task() {
        wheel.after(50, () -> wheel.after(50, () -> fired.add(now)));
        pass(150);
        assertEquals(1, fired.size());
    }

    private void pass(long milliseconds) {
        for (long end = now + milliseconds; now < end; wheel.tick()) {
            now = Math.min(end, now + TICK);
        }
    }
}
