package id.aglis.portal.ops;

import id.aglis.portal.customers.Customers;
import id.aglis.portal.identity.User;
import id.aglis.portal.technicians.Technician;
import id.aglis.portal.tickets.HistoryKind;
import id.aglis.portal.tickets.Histories;
import id.aglis.portal.tickets.Ticket;
import id.aglis.portal.tickets.TicketEdit;
import id.aglis.portal.tickets.TicketStatus;
import id.aglis.portal.tickets.TicketType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What happens to one ticket of the demo after another. A step that would lie in the future has not happened yet, which leaves young tickets
 * in all the states of work that goes on.
 */
final class DemoStory {

    private final Histories histories;
    private final Customers customers;
    private final List<Technician> staff;
    private final User supervisor;
    private final Instant now;
    private final Random chance;
    private final Map<Long, Long> loads = new HashMap<>();

    DemoStory(Histories histories, Customers customers, List<Technician> staff, User supervisor, Instant now, Random chance) {
        this.histories = histories;
        this.customers = customers;
        this.staff = staff;
        this.supervisor = supervisor;
        this.now = now;
        this.chance = chance;
    }

    /** @param furthest where the story ends at the latest */
    void tell(Ticket ticket, DemoJob job, User clerk, TicketStatus furthest) {
        Instant at = later(ticket.clock().createdAt(), 5, 60);
        if (furthest == TicketStatus.OPEN || at.isAfter(now)) {
            return;
        }
        if (oneIn(14)) {
            move(ticket, TicketStatus.CANCELLED, clerk, at, "The customer does not need it any more.");
            return;
        }
        Technician technician = assign(ticket, at);
        at = later(at, 15, oneIn(6) ? 2500 : 240);
        if (furthest != TicketStatus.ASSIGNED && move(ticket, TicketStatus.IN_PROGRESS, technician.user(), at, "")) {
            work(ticket, technician, at, furthest);
        }
        if (furthest == TicketStatus.COMPLETED) {
            finish(ticket, job, technician, clerk);
        }
    }

    private void work(Ticket ticket, Technician technician, Instant startedAt, TicketStatus furthest) {
        if (furthest == TicketStatus.ON_HOLD || oneIn(6)) {
            Instant at = later(startedAt, 10, 60);
            move(ticket, TicketStatus.ON_HOLD, technician.user(), at, "Waiting for material.");
            if (furthest != TicketStatus.ON_HOLD) {
                move(ticket, TicketStatus.IN_PROGRESS, technician.user(), later(at, 60, 2000), "");
            }
        }
    }

    private void finish(Ticket ticket, DemoJob job, Technician technician, User clerk) {
        Instant at = later(ticket.clock().updatedAt(), 15, 20 + 2 * ticket.estimatedMinutes());
        if (ticket.status() == TicketStatus.IN_PROGRESS && at.isBefore(now)) {
            complete(ticket, job, technician, at);
            rate(ticket, clerk, later(at, 60, 2000));
        }
    }

    private Technician assign(Ticket ticket, Instant at) {
        List<Technician> candidates = new ArrayList<>(staff);
        Collections.shuffle(candidates, chance);
        Technician technician = Collections.min(candidates, Comparator.comparing(this::load));
        User by = oneIn(3) ? technician.user() : supervisor;
        histories.write(ticket, HistoryKind.ASSIGNED, Optional.empty(), by.id(), at, () -> ticket.assignTo(technician, load(technician), at));
        loads.merge(technician.id(), 1L, Long::sum);
        return technician;
    }

    private void complete(Ticket ticket, DemoJob job, Technician technician, Instant at) {
        TicketEdit resolution = TicketEdit.resolved(ticket.version(), job.resolution());
        histories.write(ticket, HistoryKind.STATUS, Optional.empty(), technician.user().id(), at, () -> {
            ticket.edit(resolution, at);
            ticket.moveTo(TicketStatus.COMPLETED, at);
        });
        loads.merge(technician.id(), -1L, Long::sum);
        if (ticket.type() == TicketType.INSTALLATION) {
            customers.connect(ticket.customer());
        }
    }

    private void rate(Ticket ticket, User clerk, Instant at) {
        if (at.isBefore(now) && !oneIn(3)) {
            int stars = oneIn(8) ? 2 : 3 + chance.nextInt(3);
            histories.write(ticket, HistoryKind.EDITED, Optional.of("Asked by telephone."), clerk.id(), at, () -> ticket.rate(stars, at));
        }
    }

    /** Whether the step has happened. */
    private boolean move(Ticket ticket, TicketStatus target, User by, Instant at, String note) {
        boolean happened = at.isBefore(now) && ticket.status().mayBecome(target);
        if (happened) {
            histories.write(ticket, HistoryKind.STATUS, Optional.of(note), by.id(), at, () -> ticket.moveTo(target, at));
        }
        return happened;
    }

    private long load(Technician technician) {
        return loads.getOrDefault(technician.id(), 0L);
    }

    private Instant later(Instant at, int fromMinutes, int toMinutes) {
        return at.plus(Duration.ofMinutes(fromMinutes + chance.nextInt(toMinutes - fromMinutes)));
    }

    private boolean oneIn(int many) {
        return chance.nextInt(many) == 0;
    }
}
