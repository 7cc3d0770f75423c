package id.aglis.portal.analytics;

import java.time.LocalDate;

/**
 * One business day.
 *
 * @param created   tickets opened on this day, {@code critical} of them
 * @param completed tickets completed on this day, whenever opened
 * @param backlog   tickets unfinished at the end of the day, or now for today
 */
public record DayView(LocalDate date, long created, long completed, long critical, long backlog) {
}
