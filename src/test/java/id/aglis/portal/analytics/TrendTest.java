package id.aglis.portal.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.numbering.BusinessCalendar;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final LocalDate MAR_1 = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAR_2 = LocalDate.of(2026, 3, 2);
    private static final LocalDate MAR_3 = LocalDate.of(2026, 3, 3);

    @Test
    void has_a_row_for_every_day_and_carries_the_backlog_over() {
        Trend trend = new Trend(Map.of(MAR_1, 3L, MAR_3, 2L), Map.of(MAR_3, 1L), Map.of(MAR_1, 1L, MAR_2, 2L), Map.of(MAR_3, 1L));
        List<DayView> rows = trend.over(window("2026-03-03T05:00:00Z", 2), 4);
        assertEquals(List.of(new DayView(MAR_1, 3, 1, 0, 6), new DayView(MAR_2, 0, 2, 0, 4), new DayView(MAR_3, 2, 0, 1, 5)), rows);
    }

    @Test
    void begins_its_days_at_midnight_in_jakarta() {
        Window justBefore = window("2026-03-02T16:59:59Z", 1);
        Window justAfter = window("2026-03-02T17:00:00Z", 1);
        assertEquals(List.of(MAR_1, MAR_2), justBefore.days());
        assertEquals(Instant.parse("2026-02-28T17:00:00Z"), justBefore.start());
        assertEquals(List.of(MAR_2, MAR_3), justAfter.days());
    }

    private static Window window(String now, int days) {
        return Window.of(new BusinessCalendar(InstantSource.fixed(Instant.parse(now))), days);
    }
}
