package id.aglis.portal.tickets;

import id.aglis.portal.web.SearchText;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which tickets of a list are wanted; absent parts do not limit.
 *
 * @param statuses any of these; empty for all
 * @param search   contained in number, title or the customer's name
 * @param mine     only tickets that the caller has to do with: assigned to him, or opened by him when he is not a technician
 */
public record TicketFilter(Set<TicketStatus> statuses, Optional<TicketType> type, Optional<TicketPriority> priority,
                           Optional<Long> technicianId, Optional<Long> customerId, Optional<String> search, boolean mine) {

    /** The filter as JPQL for the ticket {@code t} and its customer {@code c}, limited to what {@code sight} covers. */
    Condition limitedTo(TicketSight sight, long callerId) {
        Condition condition = new Condition(sight);
        if (!statuses.isEmpty()) {
            condition.and("t.status in :statuses", "statuses", statuses);
        }
        type.ifPresent(wanted -> condition.and("t.type = :type", "type", wanted));
        priority.ifPresent(wanted -> condition.and("t.priority = :priority", "priority", wanted));
        technicianId.ifPresent(id -> condition.and("t.technicianId = :technician", "technician", id));
        customerId.ifPresent(id -> condition.and("c.id = :customer", "customer", id));
        search.map(SearchText::containing).ifPresent(text -> condition.and("(lower(t.number) like :search"
                + " or lower(t.title) like :search or lower(c.name) like :search)", "search", text));
        if (mine) {
            condition.and(sight.everything() ? "t.createdBy.id = :me" : "t.technicianId = :me", "me",
                    sight.everything() ? callerId : sight.technicianId());
        }
        return condition;
    }

    /** A growing JPQL condition and its parameters. What users typed goes into parameters only. */
    static final class Condition {

        private final TicketSight sight;
        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        private Condition(TicketSight sight) {
            this.sight = sight;
            parts.add(sight.condition());
        }

        private void and(String part, String parameter, Object value) {
            parts.add(part);
            parameters.put(parameter, value);
        }

        String where() {
            return " where " + String.join(" and ", parts);
        }

        <Q extends Query> Q bind(Q query) {
            sight.bind(query);
            parameters.forEach(query::setParameter);
            return query;
        }
    }
}
