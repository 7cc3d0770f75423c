package id.aglis.portal.tickets;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants to change; absent fields stay as they are.
 *
 * @param version the version he looked at
 * @param note    what he wants to say about it, for the history
 */
public record TicketEdit(long version, Optional<String> title, Optional<String> description, Optional<TicketPriority> priority,
                         Optional<TicketType> type, Optional<TicketCategory> category, Optional<Instant> scheduledAt,
                         Optional<TicketStatus> status, Optional<String> note, Optional<String> resolutionNotes, Optional<Integer> customerRating) {

    /** Says what was done, and nothing else. */
    public static TicketEdit resolved(long version, String resolutionNotes) {
        return new TicketEdit(version, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(resolutionNotes), Optional.empty());
    }

    /** Whether it changes a field of the ticket that must stay once the ticket is closed. */
    boolean changesFields() {
        return title.isPresent() || description.isPresent() || priority.isPresent() || type.isPresent() || category.isPresent()
                || scheduledAt.isPresent() || resolutionNotes.isPresent();
    }
}
