package id.aglis.portal.tickets;

import java.util.Map;

/**
 * Counts over all tickets that the caller may see.
 *
 * @param byStatus               by code; all six are present
 * @param averageResolutionHours mean time to completion without holds, to one decimal; left out when nothing was completed
 */
public record TicketOverview(long total, Map<String, Long> byStatus, Double averageResolutionHours) {
}
