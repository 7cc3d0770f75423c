package id.aglis.portal.analytics;

import id.aglis.portal.identity.Role;
import id.aglis.portal.realtime.Broadcaster;
import id.aglis.portal.realtime.EventName;
import id.aglis.portal.realtime.Room;
import id.aglis.portal.tickets.TicketAssigned;
import id.aglis.portal.tickets.TicketCreated;
import id.aglis.portal.tickets.TicketUpdated;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Tells browsers that figures have moved, a second after the first of the changes that moved them; whatever happens within that second is
 * covered by the same event, so that each instance sends at most one a second.
 */
@ApplicationScoped
public class AnalyticsChannel {

    private static final long GATHERING_SECONDS = 1;
    private static final Room[] EVERYBODY = Stream.of(Role.values()).map(role -> Room.role(role.code())).toArray(Room[]::new);

    private final AtomicBoolean due = new AtomicBoolean();
    @Inject
    private Broadcaster broadcaster;
    @Resource
    private ManagedScheduledExecutorService timer;

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketCreated event) {
        gather();
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketUpdated event) {
        gather();
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketAssigned event) {
        gather();
    }

    private void gather() {
        if (due.compareAndSet(false, true)) {
            timer.schedule(this::tell, GATHERING_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void tell() {
        due.set(false);
        broadcaster.to(EVERYBODY).emit(EventName.STATS_CHANGED, Map.of());
    }
}
