package id.aglis.portal.tickets;

/** A ticket was given to a technician, or to another one. Fired inside the transaction that does it. */
public record TicketAssigned(TicketView before, TicketView ticket) {
}
