package id.aglis.portal.analytics;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Map;

/** The dashboard in one answer. Means over nothing are left out. */
public record OverviewView(TicketCounts tickets, Sla sla, Resolution resolution, Response response, Satisfaction satisfaction,
                           Technicians technicians) {

    /**
     * Tickets by day of creation, none of the counts limited by another.
     *
     * @param total         created in the window
     * @param week          created today or in the 7 days before; {@code month}: 30
     * @param byStatus      present status of those created in the window, all six by code; {@code todayByStatus}: of today's
     */
    public record TicketCounts(long total, long today, long week, long month, Map<String, Long> byStatus, Map<String, Long> todayByStatus) {
    }

    /**
     * Tickets by day of completion.
     *
     * @param withinSLA      completed not after their deadline
     * @param complianceRate percentage of {@code withinSLA} among the completed, left out when there are none
     * @param breached       unfinished tickets past their deadline as of now, whenever created
     */
    public record Sla(long totalCompleted, long withinSLA, Double complianceRate, long breached) {
    }

    /** Time from creation to completion without holds, of the tickets completed in the window. */
    public record Resolution(Double averageHours, long completedTickets) {
    }

    /** Time from creation to the first assignment, of the tickets first assigned in the window. */
    public record Response(Double averageHours, long assignedTickets) {
    }

    /** Ratings, 1 to 5, of the tickets completed in the window. */
    public record Satisfaction(Double averageRating, long totalReviews) {
    }

    /** Working technicians; the four states add up to {@code total}. */
    public record Technicians(long total, long available, long busy, @JsonbProperty("break") long onBreak, long offline) {
    }
}
