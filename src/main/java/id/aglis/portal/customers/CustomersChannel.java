package id.aglis.portal.customers;

import id.aglis.portal.identity.Role;
import id.aglis.portal.realtime.Broadcaster;
import id.aglis.portal.realtime.Entity;
import id.aglis.portal.realtime.EventName;
import id.aglis.portal.realtime.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** Tells browsers about customers. Every role may read customers, so every role hears of them. */
@ApplicationScoped
public class CustomersChannel {

    private static final Room[] STAFF = Stream.of(Role.values()).map(role -> Room.role(role.code())).toArray(Room[]::new);

    @Inject
    private Broadcaster broadcaster;

    void tell(@Observes CustomerCreated event) {
        emit(EventName.CUSTOMER_CREATED, event.customer());
    }

    void tell(@Observes CustomerUpdated event) {
        emit(EventName.CUSTOMER_UPDATED, event.customer());
    }

    private void emit(EventName event, CustomerView customer) {
        broadcaster.to(STAFF).emit(event, new Entity("customer", customer.id(), customer.version()), customer);
    }
}
