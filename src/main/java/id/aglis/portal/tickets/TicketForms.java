package id.aglis.portal.tickets;

import id.aglis.portal.web.Form;
import java.time.Instant;
import java.util.Optional;

/** The bodies of requests about tickets. */
public final class TicketForms {

    private static final int TITLE = 200;
    private static final int TEXT = 5000;
    private static final int NOTE = 2000;

    private TicketForms() {
    }

    /** To open a ticket; priority is normal unless given. */
    public record Create(Long customerId, String type, String category, String title, String description, String priority, String scheduledAt) {

        NewTicket checked() {
            Form form = new Form();
            long customer = form.number("customerId", customerId);
            Optional<TicketType> givenType = form.choice("type", type, TicketType.class);
            if (type == null) {
                form.reject("type", "Must be given.");
            }
            Optional<TicketCategory> givenCategory = form.choice("category", category, TicketCategory.class);
            String givenTitle = form.text("title", title, TITLE);
            String givenDescription = form.text("description", description, TEXT);
            Optional<TicketPriority> givenPriority = form.choice("priority", priority, TicketPriority.class);
            Optional<Instant> appointment = form.instant("scheduledAt", scheduledAt);
            form.refuseIfWrong();
            return new NewTicket(customer, givenType.orElseThrow(), givenCategory, givenTitle, givenDescription,
                    givenPriority.orElse(TicketPriority.NORMAL), appointment);
        }
    }

    /** To change a ticket; fields that are left out stay. */
    public record Edit(Long version, String title, String description, String priority, String type, String category, String scheduledAt,
                       String status, String note, String resolutionNotes, Integer customerRating) {

        TicketEdit checked() {
            Form form = new Form();
            TicketEdit edit = new TicketEdit(form.number("version", version),
                    title == null ? Optional.empty() : Optional.of(form.text("title", title, TITLE)),
                    description == null ? Optional.empty() : Optional.of(form.text("description", description, TEXT)),
                    form.choice("priority", priority, TicketPriority.class), form.choice("type", type, TicketType.class),
                    form.choice("category", category, TicketCategory.class), form.instant("scheduledAt", scheduledAt),
                    form.choice("status", status, TicketStatus.class), form.optionalText("note", note, NOTE),
                    form.optionalText("resolutionNotes", resolutionNotes, TEXT), Optional.ofNullable(customerRating));
            if (edit.customerRating().filter(stars -> stars < 1 || stars > 5).isPresent()) {
                form.reject("customerRating", "Must be a whole number from 1 to 5.");
            }
            form.refuseIfWrong();
            return edit;
        }
    }

    /** To give a ticket to a technician. */
    public record Assign(Long technicianId, Long version, String note) {

        Assignment checked() {
            Form form = new Form();
            Assignment assignment = new Assignment(form.number("technicianId", technicianId), form.number("version", version),
                    form.optionalText("note", note, NOTE));
            form.refuseIfWrong();
            return assignment;
        }
    }
}
