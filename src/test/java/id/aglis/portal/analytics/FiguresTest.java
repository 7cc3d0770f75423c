package id.aglis.portal.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.aglis.portal.tickets.TicketStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void gives_percentages_with_two_decimals_and_nothing_of_nothing() {
        assertEquals(66.67, Figures.percent(2, 3));
        assertEquals(0, Figures.percent(0, 0));
    }

    @Test
    void leaves_out_means_over_nothing() {
        assertNull(Figures.hours(null));
        assertEquals(1.5, Figures.hours(5400.0));
        assertEquals(4.33, Figures.mean(13 / 3.0));
    }

    @Test
    void counts_every_status_also_those_without_tickets() {
        Map<String, Long> counts = Figures.byCode(TicketStatus.class, List.<Object[]>of(new Object[] {TicketStatus.ON_HOLD, 2L}));
        assertEquals(List.of("open", "assigned", "in_progress", "on_hold", "completed", "cancelled"), List.copyOf(counts.keySet()));
        assertEquals(2, counts.get("on_hold"));
        assertEquals(0, counts.get("open"));
    }
}
