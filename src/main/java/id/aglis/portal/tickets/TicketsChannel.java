package id.aglis.portal.tickets;

import id.aglis.portal.identity.Role;
import id.aglis.portal.realtime.Announcement;
import id.aglis.portal.realtime.Broadcaster;
import id.aglis.portal.realtime.Entity;
import id.aglis.portal.realtime.EventName;
import id.aglis.portal.realtime.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells browsers about tickets: the office everything, the technician what is his, all technicians what is open to be claimed, and whoever
 * looks at the ticket. Those who lose sight of it learn no more than that.
 */
@ApplicationScoped
public class TicketsChannel {

    private static final Room TECHNICIANS = Room.role(Role.TECHNICIAN.code());
    private static final Room[] OFFICE = Stream.of(Role.values()).filter(role -> role != Role.TECHNICIAN)
            .map(role -> Room.role(role.code())).toArray(Room[]::new);
    private static final Map<String, Boolean> HIDDEN = Map.of("hidden", true);

    @Inject
    private Broadcaster broadcaster;

    void tell(@Observes TicketCreated event) {
        audience(event.ticket()).emit(EventName.TICKET_CREATED, entity(event.ticket()), event.ticket());
    }

    void tell(@Observes TicketUpdated event) {
        hide(event.before(), event.ticket());
        audience(event.ticket()).emit(EventName.TICKET_UPDATED, entity(event.ticket()), event.ticket());
    }

    void tell(@Observes TicketAssigned event) {
        hide(event.before(), event.ticket());
        audience(event.ticket()).emit(EventName.TICKET_ASSIGNED, entity(event.ticket()), event.ticket());
    }

    private Announcement audience(TicketView ticket) {
        Announcement audience = broadcaster.to(OFFICE).to(Room.ticket(ticket.id()));
        if (ticket.technician() != null) {
            return audience.to(Room.user(ticket.technician().userId()));
        }
        return isClaimable(ticket) ? audience.to(TECHNICIANS) : audience;
    }

    /** Goes out before the change itself, so that nobody who has lost sight is still in the ticket's room when that arrives. */
    private void hide(TicketView before, TicketView after) {
        if (isClaimable(before) && !isClaimable(after)) {
            hide(after, broadcaster.to(TECHNICIANS));
        } else if (before.technician() != null && before.technician().userId() != after.technician().userId()) {
            hide(after, broadcaster.to(Room.user(before.technician().userId())));
        }
    }

    private void hide(TicketView ticket, Announcement losers) {
        Announcement butNotTheKeeper = ticket.technician() == null ? losers : losers.except(Room.user(ticket.technician().userId()));
        butNotTheKeeper.leave(Room.ticket(ticket.id()));
        butNotTheKeeper.emit(EventName.TICKET_UPDATED, entity(ticket), HIDDEN);
    }

    private static boolean isClaimable(TicketView ticket) {
        return ticket.technician() == null && ticket.status().equals(TicketStatus.OPEN.code());
    }

    private static Entity entity(TicketView ticket) {
        return new Entity("ticket", ticket.id(), ticket.version());
    }
}
