package id.aglis.portal.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a ticket is due. Critical work has 2 hours, high 4, normal 24 and low 48; an installation that is neither high nor critical has 48; a site
 * survey ends 24 hours after its appointment. Time on hold comes on top.
 */
final class SlaPolicy {

    private static final Duration INSTALLATION = Duration.ofHours(48);
    private static final Duration AFTER_SURVEY_APPOINTMENT = Duration.ofHours(24);

    private SlaPolicy() {
    }

    /** The deadline of a ticket that was not held yet. */
    static Instant due(TicketType type, Optional<TicketCategory> category, TicketPriority priority, Instant createdAt, Optional<Instant> scheduledAt) {
        boolean survey = category.filter(TicketCategory.SITE_SURVEY::equals).isPresent();
        if (survey && scheduledAt.isPresent()) {
            return scheduledAt.get().plus(AFTER_SURVEY_APPOINTMENT);
        }
        return createdAt.plus(allowance(type, priority));
    }

    private static Duration allowance(TicketType type, TicketPriority priority) {
        boolean urgent = priority == TicketPriority.HIGH || priority == TicketPriority.CRITICAL;
        return type == TicketType.INSTALLATION && !urgent ? INSTALLATION : Duration.ofHours(priority.hours());
    }
}
