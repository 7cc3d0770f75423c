package id.aglis.portal.tickets;

import static id.aglis.portal.tickets.TicketStatus.ASSIGNED;
import static id.aglis.portal.tickets.TicketStatus.CANCELLED;
import static id.aglis.portal.tickets.TicketStatus.COMPLETED;
import static id.aglis.portal.tickets.TicketStatus.IN_PROGRESS;
import static id.aglis.portal.tickets.TicketStatus.ON_HOLD;
import static id.aglis.portal.tickets.TicketStatus.OPEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketStatusTest {

    private static final Map<TicketStatus, Set<TicketStatus>> ALLOWED = Map.of(
            OPEN, Set.of(ASSIGNED, CANCELLED),
            ASSIGNED, Set.of(ASSIGNED, IN_PROGRESS, ON_HOLD, CANCELLED),
            IN_PROGRESS, Set.of(COMPLETED, ON_HOLD, CANCELLED),
            ON_HOLD, Set.of(IN_PROGRESS, CANCELLED),
            COMPLETED, Set.of(),
            CANCELLED, Set.of());

    @ParameterizedTest
    @EnumSource
    void may_become_what_the_workflow_allows_and_nothing_else(TicketStatus from) {
        for (TicketStatus to : TicketStatus.values()) {
            assertEquals(ALLOWED.get(from).contains(to), from.mayBecome(to), from + " to " + to);
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_final_when_completed_or_cancelled(TicketStatus status) {
        assertEquals(status == COMPLETED || status == CANCELLED, status.isFinal());
    }
}
