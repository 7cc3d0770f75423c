package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Traffic traffic = new Traffic(new Limits(1, 1, 1, 10, 1_000, 1, SECOND, SECOND, SECOND, SECOND, 1), 0);

    @Test
    void allows_a_burst_of_ten_seconds_and_no_more() {
        assertTrue(traffic.allows(100, 1, 0));
        assertFalse(traffic.allows(1, 1, 0));
    }

    @Test
    void refills_with_time_but_not_beyond_the_burst() {
        assertTrue(traffic.allows(100, 1, 0));
        assertTrue(traffic.allows(5, 1, 500));
        assertFalse(traffic.allows(1, 1, 500));
        assertFalse(traffic.allows(101, 1, 1_000_000));
    }

    @Test
    void counts_bytes_too() {
        assertTrue(traffic.allows(1, 10_000, 0));
        assertFalse(traffic.allows(1, 1, 0));
    }

    @Test
    void refills_nothing_twice_when_a_measurement_comes_late() {
        assertTrue(traffic.allows(100, 1, 0));
        assertTrue(traffic.allows(10, 1, 1_000));
        traffic.allows(0, 0, 0);
        assertFalse(traffic.allows(1, 1, 1_000));
    }

    @Test
    void admits_one_post_at_a_time() {
        assertTrue(traffic.beginPush());
        assertFalse(traffic.beginPush());
        traffic.endPush();
        assertTrue(traffic.beginPush());
    }
}
