package id.aglis.portal.numbering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NumberKindTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @Test
    void numbers_have_their_kinds_form() {
        assertEquals("TKT20260105007", NumberKind.TICKET.format(DAY, 7));
        assertEquals("AGLS202601050007", NumberKind.CUSTOMER.format(DAY, 7));
        assertEquals("TEC0007", NumberKind.EMPLOYEE.format(DAY, 7));
    }

    @Test
    void a_busy_day_has_longer_numbers_rather_than_repeated_ones() {
        assertEquals("TKT202601051000", NumberKind.TICKET.format(DAY, 1000));
    }

    @Test
    void employees_are_counted_through_all_days() {
        assertEquals(NumberKind.EMPLOYEE.countedOn(DAY), NumberKind.EMPLOYEE.countedOn(DAY.plusDays(1)));
        assertEquals(DAY, NumberKind.TICKET.countedOn(DAY));
    }

    @Test
    void the_business_day_begins_at_midnight_in_jakarta() {
        assertEquals(DAY, new BusinessCalendar(() -> Instant.parse("2026-01-04T17:00:00Z")).today());
        assertEquals(DAY.minusDays(1), new BusinessCalendar(() -> Instant.parse("2026-01-04T16:59:59Z")).today());
        assertEquals(Instant.parse("2026-01-04T17:00:00Z"), new BusinessCalendar(Instant::now).startOf(DAY));
    }
}
