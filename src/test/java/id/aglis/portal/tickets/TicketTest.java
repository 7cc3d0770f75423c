package id.aglis.portal.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.Refusal;
import id.aglis.portal.customers.AccountStatus;
import id.aglis.portal.customers.Customer;
import id.aglis.portal.customers.NewCustomer;
import id.aglis.portal.identity.Role;
import id.aglis.portal.identity.SomeUser;
import id.aglis.portal.identity.User;
import id.aglis.portal.technicians.Availability;
import id.aglis.portal.technicians.SomeTechnician;
import id.aglis.portal.technicians.Technician;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketTest {

    private static final Instant T0 = Instant.parse("2026-03-01T02:00:00Z");

    private final User clerk = SomeUser.named(1, "Ayu Lestari", Role.CUSTOMER_SERVICE);
    private final Technician budi = SomeTechnician.of(10, SomeUser.named(2, "Budi Santoso", Role.TECHNICIAN));
    private final Technician citra = SomeTechnician.of(11, SomeUser.named(3, "Citra Dewi", Role.TECHNICIAN));
    private final Ticket ticket = repair();

    @Test
    void goes_from_open_to_completed() {
        ticket.assignTo(budi, 0, after(10));
        ticket.moveTo(TicketStatus.IN_PROGRESS, after(20));
        ticket.edit(resolved("Replaced the splitter."), after(50));
        ticket.moveTo(TicketStatus.COMPLETED, after(65));
        assertEquals(TicketStatus.COMPLETED, ticket.status());
        assertEquals(Optional.of(45), ticket.actualMinutes());
        assertEquals(Optional.of(65 * 60L), ticket.clock().resolutionSeconds());
        assertEquals(Optional.of(after(65)), ticket.clock().completedAt());
    }

    @ParameterizedTest
    @EnumSource
    void refuses_every_way_that_the_workflow_does_not_have(TicketStatus from) {
        for (TicketStatus to : TicketStatus.values()) {
            Ticket fresh = in(from);
            boolean move = from.mayBecome(to) && to != TicketStatus.ASSIGNED;
            if (move) {
                fresh.moveTo(to, after(90));
                assertEquals(to, fresh.status());
            } else {
                var refusal = assertThrows(Refusal.Conflict.class, () -> fresh.moveTo(to, after(90)), from + " to " + to);
                assertEquals("illegal-transition", refusal.problem());
                assertEquals(from, fresh.status());
            }
        }
    }

    @Test
    void is_not_completed_without_a_word_on_what_was_done() {
        ticket.assignTo(budi, 0, after(1));
        ticket.moveTo(TicketStatus.IN_PROGRESS, after(2));
        var refusal = assertThrows(Refusal.Invalid.class, () -> ticket.moveTo(TicketStatus.COMPLETED, after(3)));
        assertEquals("resolutionNotes", refusal.violations().get(0).field());
    }

    @Test
    void moves_its_deadline_by_the_time_on_hold() {
        ticket.assignTo(budi, 0, after(10));
        ticket.moveTo(TicketStatus.ON_HOLD, after(60));
        ticket.moveTo(TicketStatus.IN_PROGRESS, after(180));
        assertEquals(T0.plus(Duration.ofHours(24 + 2)), ticket.clock().slaDueAt());
        ticket.edit(resolved("Done."), after(200));
        ticket.moveTo(TicketStatus.COMPLETED, after(240));
        assertEquals(Optional.of(120 * 60L), ticket.clock().resolutionSeconds());
    }

    @Test
    void does_not_become_late_while_on_hold() {
        ticket.assignTo(budi, 0, after(10));
        ticket.moveTo(TicketStatus.ON_HOLD, after(60));
        assertFalse(ticket.clock().isBreached(T0.plus(Duration.ofDays(9))));
    }

    @Test
    void is_late_after_its_deadline_and_stays_so_when_completed_too_late() {
        assertFalse(ticket.clock().isBreached(T0.plus(Duration.ofHours(24))));
        assertTrue(ticket.clock().isBreached(T0.plus(Duration.ofHours(24)).plusSeconds(1)));
        ticket.moveTo(TicketStatus.CANCELLED, T0.plus(Duration.ofDays(2)));
        assertFalse(ticket.clock().isBreached(T0.plus(Duration.ofDays(3))));
    }

    @Test
    void computes_its_deadline_anew_for_a_new_priority_and_keeps_the_hold() {
        ticket.assignTo(budi, 0, after(10));
        ticket.moveTo(TicketStatus.ON_HOLD, after(20));
        ticket.moveTo(TicketStatus.IN_PROGRESS, after(50));
        ticket.edit(new TicketEdit(1, none(), none(), Optional.of(TicketPriority.HIGH), none(), none(), none(), none(), none(), none(), none()),
                after(60));
        assertEquals(T0.plus(Duration.ofMinutes(4 * 60 + 30)), ticket.clock().slaDueAt());
    }

    @Test
    void drops_a_category_that_its_new_type_does_not_have() {
        Ticket cable = new Ticket("TKT2", customer(), wanted(Optional.of(TicketCategory.CABLE_DAMAGE)), clerk, T0);
        assertEquals(120, cable.estimatedMinutes());
        cable.edit(new TicketEdit(1, none(), none(), none(), Optional.of(TicketType.UPGRADE), none(), none(), none(), none(), none(), none()), T0);
        assertEquals(Optional.empty(), cable.category());
        assertEquals(15, cable.estimatedMinutes());
    }

    @Test
    void refuses_a_category_of_another_type() {
        var refusal = assertThrows(Refusal.Invalid.class,
                () -> new Ticket("TKT2", customer(), wanted(Optional.of(TicketCategory.ADD_STATIC_IP)), clerk, T0));
        assertEquals("category", refusal.violations().get(0).field());
    }

    @Test
    void is_given_to_somebody_else_only_before_the_work_starts() {
        ticket.assignTo(budi, 0, after(1));
        ticket.assignTo(citra, 0, after(2));
        assertTrue(ticket.isAssignedTo(3));
        ticket.moveTo(TicketStatus.IN_PROGRESS, after(3));
        assertEquals("illegal-transition", assertThrows(Refusal.Conflict.class, () -> ticket.assignTo(budi, 0, after(4))).problem());
    }

    @Test
    void is_not_given_to_somebody_who_cannot_take_it() {
        citra.become(Availability.BUSY);
        Technician gone = SomeTechnician.of(12, SomeUser.gone(4, "Dedi Kurnia"));
        for (Runnable attempt : List.<Runnable>of(() -> ticket.assignTo(citra, 0, T0), () -> ticket.assignTo(gone, 0, T0),
                () -> ticket.assignTo(budi, 8, T0))) {
            assertThrows(Refusal.Conflict.class, attempt::run);
        }
        ticket.assignTo(budi, 7, T0);
        assertEquals("already-assigned", assertThrows(Refusal.Conflict.class, () -> ticket.assignTo(budi, 1, T0)).problem());
    }

    @Test
    void is_rated_only_once_completed_and_not_changed_any_more() {
        assertThrows(Refusal.Conflict.class, () -> ticket.rate(5, T0));
        Ticket done = in(TicketStatus.COMPLETED);
        done.rate(4, after(100));
        assertEquals(Optional.of(4), done.customerRating());
        assertEquals("ticket-closed", assertThrows(Refusal.Conflict.class, () -> done.edit(resolved("Other words."), after(101))).problem());
    }

    private Ticket in(TicketStatus status) {
        Ticket fresh = repair();
        if (status != TicketStatus.OPEN && status != TicketStatus.CANCELLED) {
            fresh.assignTo(budi, 0, after(1));
            fresh.edit(resolved("Done."), after(2));
        }
        switch (status) {
            case OPEN, ASSIGNED -> { }
            case IN_PROGRESS, ON_HOLD, CANCELLED -> fresh.moveTo(status, after(3));
            case COMPLETED -> {
                fresh.moveTo(TicketStatus.IN_PROGRESS, after(3));
                fresh.moveTo(TicketStatus.COMPLETED, after(30));
            }
        }
        return fresh;
    }

    private Ticket repair() {
        return new Ticket("TKT20260301001", customer(), wanted(Optional.empty()), clerk, T0);
    }

    private static NewTicket wanted(Optional<TicketCategory> category) {
        return new NewTicket(1, TicketType.REPAIR, category, "No light", "Since this morning.", TicketPriority.NORMAL, Optional.empty());
    }

    private static Customer customer() {
        return new Customer("AGLS202603010001", new NewCustomer("Warung Sari", "0811000001", none(), none(), none()), AccountStatus.ACTIVE, T0);
    }

    private static TicketEdit resolved(String notes) {
        return new TicketEdit(1, none(), none(), none(), none(), none(), none(), none(), none(), Optional.of(notes), none());
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private static Instant after(long minutes) {
        return T0.plus(Duration.ofMinutes(minutes));
    }
}
