package id.aglis.portal.tickets;

/** A ticket changed in anything but its technician. Fired inside the transaction that changes it. */
public record TicketUpdated(TicketView before, TicketView ticket) {
}
