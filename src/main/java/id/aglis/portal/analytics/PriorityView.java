package id.aglis.portal.analytics;

/**
 * The work of one priority.
 *
 * @param totalTickets       created in the window
 * @param completed          completed in the window, whenever created
 * @param pending            of those created in the window, the ones that are neither completed nor cancelled
 * @param completionRate     percentage of those created in the window that are completed
 * @param avgResolutionHours of those completed in the window, without holds; left out when there are none
 */
public record PriorityView(String priority, long totalTickets, Double avgResolutionHours, long completed, long pending, double completionRate) {
}
