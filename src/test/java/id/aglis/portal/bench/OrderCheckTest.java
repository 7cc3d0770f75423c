package id.aglis.portal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OrderCheckTest {

    private static final long A0 = Stamped.number(4, 0);
    private static final long A1 = Stamped.number(4, 1);
    private static final long A2 = Stamped.number(4, 2);
    private static final long B0 = Stamped.number(5, 0);
    private static final long B1 = Stamped.number(5, 1);
    private static final long[] PUBLISHED = {3, 2};

    private final OrderCheck check = new OrderCheck(4, 2);

    @Test
    void is_content_when_all_sockets_hear_everything_in_one_order() {
        hear(A0, B0, B1, A1, A2);
        hear(A0, B0, B1, A1, A2);
        assertTrue(check.integrity(PUBLISHED).isWhole());
    }

    @Test
    void counts_a_socket_whose_order_differs_though_each_publisher_is_heard_in_order() {
        hear(A0, B0, B1, A1, A2);
        hear(A0, A1, B0, B1, A2);
        assertEquals(new Integrity(0, 0, 1), check.integrity(PUBLISHED));
    }

    @Test
    void counts_what_is_left_out() {
        hear(A0, B0, A2, B1);
        assertEquals(new Integrity(1, 0, 0), check.integrity(PUBLISHED));
    }

    @Test
    void counts_what_is_still_to_come() {
        hear(A0, B0);
        assertEquals(new Integrity(3, 0, 0), check.integrity(PUBLISHED));
    }

    @Test
    void counts_what_comes_twice() {
        hear(A0, B0, B1, A1, A2);
        hear(A0, B0, B1, A1, A2, A2);
        assertEquals(new Integrity(0, 1, 0), check.integrity(PUBLISHED));
    }

    @Test
    void counts_what_comes_late_as_left_out_and_as_repeated() {
        hear(A0, A2, A1, B0, B1);
        assertEquals(new Integrity(1, 1, 0), check.integrity(PUBLISHED));
    }

    @Test
    void does_not_listen_to_publishers_of_former_times() {
        hear(Stamped.number(2, 77), A0, B0, B1, A1, A2);
        hear(A0, Stamped.number(3, 5), B0, B1, A1, A2);
        assertTrue(check.integrity(PUBLISHED).isWhole());
    }

    @Test
    void keeps_a_long_order() {
        int events = 200_000;
        OrderCheck.Ear first = check.ear();
        OrderCheck.Ear second = check.ear();
        for (int i = 0; i < events; i++) {
            first.hears(Stamped.number(4, i));
        }
        for (int i = 0; i < events; i++) {
            second.hears(Stamped.number(4, i));
        }
        assertTrue(check.integrity(new long[] {events, 0}).isWhole());
    }

    private void hear(long... numbers) {
        OrderCheck.Ear ear = check.ear();
        for (long number : numbers) {
            ear.hears(number);
        }
    }
}
