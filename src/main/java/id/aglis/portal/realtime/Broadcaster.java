package id.aglis.portal.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/**
 * The way from a feature to browsers, on whatever instance they are connected.
 * <p>
 * {@snippet : broadcaster.to(Room.ticket(42), Room.role("admin")).emit(EventName.TICKET_UPDATED, new Entity("ticket", 42, 7), view); }
 */
@ApplicationScoped
public class Broadcaster {

    @Inject
    private Outbox outbox;
    @Inject
    private Event<Publication> announced;
    @Inject
    private InstantSource time;

    /** Addresses the sockets that are in any of the rooms; with no room named, nobody. */
    public Announcement to(Room... rooms) {
        return new Announcement(List.of(rooms), List.of(), this::announce, time);
    }

    private void announce(Publication publication) {
        outbox.keep(publication);
        announced.fire(publication);
    }
}
