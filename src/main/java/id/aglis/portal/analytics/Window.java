package id.aglis.portal.analytics;

import id.aglis.portal.numbering.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The business days that a figure is about, both included; the last one is today.
 *
 * @param start the first instant of the first day
 */
record Window(LocalDate first, LocalDate last, Instant start) {

    /** Today and the {@code days} days before it. */
    static Window of(BusinessCalendar calendar, int days) {
        LocalDate today = calendar.today();
        LocalDate first = today.minusDays(days);
        return new Window(first, today, calendar.startOf(first));
    }

    List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
