package id.aglis.portal.tickets;

import jakarta.persistence.Query;

/**
 * Which tickets somebody may see: the office all of them, a technician his own and those that are open to be claimed.
 *
 * @param everything   no limit
 * @param technicianId profile whose tickets are seen where there is a limit; 0 when the technician has none
 */
public record TicketSight(boolean everything, long technicianId) {

    static final TicketSight EVERYTHING = new TicketSight(true, 0);

    static TicketSight ofTechnician(long technicianId) {
        return new TicketSight(false, technicianId);
    }

    boolean covers(Ticket ticket) {
        return everything || ticket.technician().map(technician -> technician.id() == technicianId)
                .orElse(ticket.status() == TicketStatus.OPEN);
    }

    /** A JPQL condition on the ticket with the alias {@code t}, to be used together with {@link #bind}. */
    public String condition() {
        return everything ? "1 = 1" : "(t.technicianId = :sightTechnician or t.technicianId is null and t.status = :sightStatus)";
    }

    public void bind(Query query) {
        if (!everything) {
            query.setParameter("sightTechnician", technicianId).setParameter("sightStatus", TicketStatus.OPEN);
        }
    }
}
