package id.aglis.portal.tickets;

import java.time.Instant;
import java.util.Optional;

/**
 * What is needed to open a ticket.
 *
 * @param category    one of the type's own
 * @param scheduledAt when the customer expects the visit
 */
public record NewTicket(long customerId, TicketType type, Optional<TicketCategory> category, String title, String description,
                        TicketPriority priority, Optional<Instant> scheduledAt) {
}
