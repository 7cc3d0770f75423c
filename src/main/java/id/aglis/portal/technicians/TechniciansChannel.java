package id.aglis.portal.technicians;

import id.aglis.portal.identity.Role;
import id.aglis.portal.realtime.Broadcaster;
import id.aglis.portal.realtime.Entity;
import id.aglis.portal.realtime.EventName;
import id.aglis.portal.realtime.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** Tells browsers who can take work. Every role may read technicians, so every role hears of them. */
@ApplicationScoped
public class TechniciansChannel {

    private static final Room[] STAFF = Stream.of(Role.values()).map(role -> Room.role(role.code())).toArray(Room[]::new);

    @Inject
    private Broadcaster broadcaster;

    void tell(@Observes TechnicianStatusChanged event) {
        TechnicianView technician = event.technician();
        broadcaster.to(STAFF).emit(EventName.TECHNICIAN_STATUS_CHANGED, new Entity("technician", technician.id(), technician.version()), technician);
    }
}
