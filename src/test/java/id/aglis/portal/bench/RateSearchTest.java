package id.aglis.portal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateSearchTest {

    @Test
    void finds_a_rate_above_the_first() throws Exception {
        assertFound(733);
    }

    @Test
    void finds_a_rate_below_the_first() throws Exception {
        assertFound(7.5);
    }

    @Test
    void ends_when_no_rate_is_sustained() {
        assertThrows(IllegalStateException.class, () -> RateSearch.highest(50, rate -> false));
    }

    @Test
    void returns_the_last_rate_when_it_was_sustained() throws Exception {
        double[] highest = {0};
        double found = RateSearch.highest(50, rate -> {
            boolean sustained = rate <= 100;
            highest[0] = sustained ? Math.max(rate, highest[0]) : highest[0];
            return sustained;
        });
        assertEquals(highest[0], found);
    }

    private static void assertFound(double limit) throws Exception {
        double found = RateSearch.highest(50, rate -> rate <= limit);
        assertTrue(found <= limit && found > limit * 0.94, found + " is not within 6 % below " + limit);
    }
}
