/**
 * Work for the field staff: what is to be done for whom, who does it, by when, and everything that happened on the way. It must not know who
 * counts or announces tickets elsewhere; it tells by the facts {@link id.aglis.portal.tickets.TicketCreated},
 * {@link id.aglis.portal.tickets.TicketUpdated} and {@link id.aglis.portal.tickets.TicketAssigned}. Start reading at
 * {@link id.aglis.portal.tickets.Ticket}.
 */
package id.aglis.portal.tickets;
