package id.aglis.portal.analytics;

import id.aglis.portal.Coded;
import id.aglis.portal.tickets.HistoryEntry;
import id.aglis.portal.tickets.Ticket;
import java.time.Instant;

/**
 * Something that happened to a ticket.
 *
 * @param id             of the line in the history
 * @param type           what it happened to; {@code ticket}
 * @param kind           created, status, assigned or edited
 * @param status         of the ticket after it happened
 * @param fromStatus     before it happened, left out for a new ticket
 * @param technicianName who has the ticket now, left out when nobody has
 */
public record ActivityView(long id, String type, String kind, long ticketId, String number, String title, String status, String fromStatus,
                           String priority, Instant timestamp, String byName, String customerName, String technicianName) {

    static ActivityView of(HistoryEntry entry) {
        Ticket ticket = entry.ticket();
        return new ActivityView(entry.id(), "ticket", entry.kind().code(), ticket.id(), ticket.number(), ticket.title(),
                entry.toStatus().code(), entry.fromStatus().map(Coded::code).orElse(null), ticket.priority().code(), entry.at(),
                entry.by().fullName(), ticket.customer().name(), ticket.technician().map(technician -> technician.user().fullName()).orElse(null));
    }
}
