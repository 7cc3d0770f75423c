package id.aglis.portal.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts per day, put into a row for every day of a window. Days that are missing count 0. */
record Trend(Map<LocalDate, Long> created, Map<LocalDate, Long> critical, Map<LocalDate, Long> completed, Map<LocalDate, Long> cancelled) {

    /** @param unfinished tickets unfinished before the window began */
    List<DayView> over(Window window, long unfinished) {
        List<DayView> rows = new ArrayList<>();
        long backlog = unfinished;
        for (LocalDate day : window.days()) {
            long opened = created.getOrDefault(day, 0L);
            long done = completed.getOrDefault(day, 0L);
            backlog += opened - done - cancelled.getOrDefault(day, 0L);
            rows.add(new DayView(day, opened, done, critical.getOrDefault(day, 0L), backlog));
        }
        return rows;
    }
}
