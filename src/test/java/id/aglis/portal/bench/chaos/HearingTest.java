package id.aglis.portal.bench.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HearingTest {

    private final Hearing hearing = new Hearing(2);
    private final Tally tally = new Tally();

    private void hear(int lane, long... numbers) {
        LongStream.of(numbers).forEach(number -> hearing.hear(lane, number, tally));
    }

    private Outcome outcome(long... published) {
        tally.lost(hearing.lost(published));
        return tally.take();
    }

    @Test
    void counts_from_what_it_hears_first_in_each_lane() {
        hear(0, 7, 8, 9);
        hear(1, 3, 4);
        assertTrue(outcome(9, 4).isKept());
    }

    @Test
    void counts_what_was_passed_over_or_never_came_as_lost_and_only_once() {
        hear(0, 1, 2, 5);
        assertEquals(4, outcome(7, 0).lost());
        hear(0, 8);
        assertEquals(0, outcome(8, 0).lost());
    }

    @Test
    void counts_what_comes_later_as_out_of_order_and_not_as_lost() {
        hear(0, 1, 3, 2);
        Outcome outcome = outcome(3, 0);
        assertEquals(1, outcome.reordered());
        assertEquals(0, outcome.lost() + outcome.repeated());
    }

    @Test
    void counts_what_comes_again_as_repeated() {
        hear(0, 1, 2, 3, 2, 3);
        assertEquals(2, outcome(3, 0).repeated());
    }

    @Test
    void does_not_count_what_a_client_missed_that_was_told_so() {
        hear(0, 1, 3);
        hearing.beginAnew();
        hear(0, 10, 11);
        assertTrue(outcome(11, 0).isKept());
        assertEquals(1, outcome(12, 0).lost());
    }

    @Test
    void counts_a_repetition_even_after_that() {
        hear(0, 1, 2);
        hearing.beginAnew();
        hear(0, 2);
        assertEquals(1, outcome(2, 0).repeated());
    }

    @Test
    void knows_whether_more_is_to_come() {
        hear(0, 1);
        assertTrue(hearing.isUpTo(new long[] {1, 5}));
        assertFalse(hearing.isUpTo(new long[] {2, 5}));
    }
}
