package id.aglis.portal.tickets;

/** A ticket was opened. Fired inside the transaction that does it. */
public record TicketCreated(TicketView ticket) {
}
