package id.aglis.portal.tickets;

import id.aglis.portal.Coded;
import id.aglis.portal.Refusal;
import id.aglis.portal.customers.Customer;
import id.aglis.portal.technicians.Technician;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A ticket on REST and on the socket. Fields that have no value are left out of the JSON.
 *
 * @param slaBreached whether the deadline was missed as of the moment the view was made
 * @param heldSince   present while the clock stands still
 * @param history     newest first; only when one ticket is read
 */
public record TicketView(long id, long version, String number, CustomerName customer, TechnicianName technician, String type, String category,
                         String title, String description, String priority, String status, Instant scheduledAt, Instant startedAt,
                         Instant heldSince, Instant completedAt, Instant slaDueAt, boolean slaBreached, int estimatedMinutes,
                         Integer actualMinutes, String resolutionNotes, Integer customerRating, Person createdBy, Instant createdAt,
                         Instant updatedAt, List<HistoryView> history) {

    public static TicketView of(Ticket ticket, Instant now) {
        TicketClock clock = ticket.clock();
        return new TicketView(ticket.id(), ticket.version(), ticket.number(), CustomerName.of(ticket.customer()),
                ticket.technician().map(TechnicianName::of).orElse(null), ticket.type().code(), ticket.category().map(Coded::code).orElse(null),
                ticket.title(), ticket.description(), ticket.priority().code(), ticket.status().code(), clock.scheduledAt().orElse(null),
                clock.startedAt().orElse(null), clock.heldSince().orElse(null), clock.completedAt().orElse(null), clock.slaDueAt(),
                clock.isBreached(now), ticket.estimatedMinutes(), ticket.actualMinutes().orElse(null), ticket.resolutionNotes(),
                ticket.customerRating().orElse(null), Person.of(ticket.createdBy()), clock.createdAt(), clock.updatedAt(), null);
    }

    TicketView with(List<HistoryView> entries) {
        return new TicketView(id, version, number, customer, technician, type, category, title, description, priority, status, scheduledAt,
                startedAt, heldSince, completedAt, slaDueAt, slaBreached, estimatedMinutes, actualMinutes, resolutionNotes, customerRating,
                createdBy, createdAt, updatedAt, List.copyOf(entries));
    }

    /** The fields that people set and that differ between this and a later view of the same ticket. */
    List<Refusal.Change> changesTo(TicketView later) {
        List<Refusal.Change> changes = new ArrayList<>();
        note(changes, "status", status, later.status);
        note(changes, "technician", technicianName(), later.technicianName());
        note(changes, "type", type, later.type);
        note(changes, "category", category, later.category);
        note(changes, "title", title, later.title);
        note(changes, "description", description, later.description);
        note(changes, "priority", priority, later.priority);
        note(changes, "scheduledAt", scheduledAt, later.scheduledAt);
        note(changes, "resolutionNotes", resolutionNotes, later.resolutionNotes);
        note(changes, "customerRating", customerRating, later.customerRating);
        return changes;
    }

    private static void note(List<Refusal.Change> changes, String field, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            changes.add(new Refusal.Change(field, text(from), text(to)));
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private String technicianName() {
        return technician == null ? null : technician.fullName();
    }

    /** As much of a customer as a list of tickets shows. */
    public record CustomerName(long id, String number, String name) {

        static CustomerName of(Customer customer) {
            return new CustomerName(customer.id(), customer.number(), customer.name());
        }
    }

    /** The technician who has the ticket; {@code id} is the profile's, {@code userId} the account's. */
    public record TechnicianName(long id, String fullName, long userId) {

        static TechnicianName of(Technician technician) {
            return new TechnicianName(technician.id(), technician.user().fullName(), technician.user().id());
        }
    }
}
