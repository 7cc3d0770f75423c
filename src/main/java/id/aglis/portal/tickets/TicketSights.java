package id.aglis.portal.tickets;

import id.aglis.portal.identity.Caller;
import id.aglis.portal.identity.Role;
import id.aglis.portal.technicians.Technician;
import id.aglis.portal.technicians.Technicians;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells what a caller may see. */
@ApplicationScoped
public class TicketSights {

    @Inject
    private Technicians technicians;

    public TicketSight of(Caller caller) {
        if (caller.role() != Role.TECHNICIAN) {
            return TicketSight.EVERYTHING;
        }
        return TicketSight.ofTechnician(technicians.ofUser(caller.id()).map(Technician::id).orElse(0L));
    }
}
