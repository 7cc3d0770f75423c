package id.aglis.portal.tickets;

import id.aglis.portal.identity.Caller;
import id.aglis.portal.identity.RoomGuard;
import id.aglis.portal.realtime.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** Lets those who may read a ticket listen to its room. */
@ApplicationScoped
public class TicketRooms implements RoomGuard {

    @Inject
    private Tickets tickets;

    @Override
    public boolean guards(Room room) {
        return room.idOf("ticket").isPresent();
    }

    @Override
    public boolean mayJoin(Room room, Caller caller) {
        OptionalLong id = room.idOf("ticket");
        return id.isPresent() && tickets.mayRead(id.getAsLong(), caller);
    }
}
