package id.aglis.portal.tickets;

import id.aglis.portal.Coded;
import java.util.EnumSet;
import java.util.Set;

/** Where a ticket stands in its life, and where it may go from there. Nothing leads back to open; completed and cancelled are final. */
public enum TicketStatus implements Coded {
    OPEN, ASSIGNED, IN_PROGRESS, ON_HOLD, COMPLETED, CANCELLED;

    /** The states a ticket may take next; {@code ASSIGNED} after {@code ASSIGNED} is a change of technician. */
    public Set<TicketStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(ASSIGNED, CANCELLED);
            case ASSIGNED -> EnumSet.of(ASSIGNED, IN_PROGRESS, ON_HOLD, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(COMPLETED, ON_HOLD, CANCELLED);
            case ON_HOLD -> EnumSet.of(IN_PROGRESS, CANCELLED);
            case COMPLETED, CANCELLED -> EnumSet.noneOf(TicketStatus.class);
        };
    }

    public boolean mayBecome(TicketStatus target) {
        return next().contains(target);
    }

    /** True once nothing can happen to the ticket any more. */
    public boolean isFinal() {
        return next().isEmpty();
    }
}
