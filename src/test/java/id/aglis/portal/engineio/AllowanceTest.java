package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private final Allowance allowance = new Allowance(10, 2, 0);

    @Test
    void lets_the_rate_through_however_many_more_are_tried() {
        assertTrue(allowance.use(20, 0));
        assertEquals(10, LongStream.rangeClosed(1, 1_000).filter(now -> allowance.use(1, now)).count());
    }

    @Test
    void keeps_what_was_too_little() {
        assertTrue(allowance.use(15, 0));
        assertFalse(allowance.use(6, 0));
        assertTrue(allowance.use(5, 0));
    }
}
