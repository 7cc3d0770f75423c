package id.aglis.portal.tickets;

import id.aglis.portal.Refusal;
import id.aglis.portal.customers.Customer;
import id.aglis.portal.customers.Customers;
import id.aglis.portal.identity.Caller;
import id.aglis.portal.identity.CurrentUser;
import id.aglis.portal.identity.Permission;
import id.aglis.portal.identity.Role;
import id.aglis.portal.identity.User;
import id.aglis.portal.numbering.BusinessCalendar;
import id.aglis.portal.numbering.NumberKind;
import id.aglis.portal.numbering.Numbering;
import id.aglis.portal.technicians.Technician;
import id.aglis.portal.technicians.Technicians;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Opens tickets and moves them along. Every write locks the row, compares the version that the caller looked at, notes the change in the
 * history and fires a fact, all in one transaction. A ticket that the caller may not see does not exist for him.
 */
@ApplicationScoped
@Transactional
public class Tickets {

    @PersistenceContext(unitName = "portal")
    private EntityManager database;
    @Inject
    private CurrentUser caller;
    @Inject
    private TicketSights sights;
    @Inject
    private Histories histories;
    @Inject
    private Customers customers;
    @Inject
    private Technicians technicians;
    @Inject
    private Workloads workloads;
    @Inject
    private Numbering numbering;
    @Inject
    private BusinessCalendar calendar;
    @Inject
    private Event<TicketCreated> created;
    @Inject
    private Event<TicketUpdated> updated;
    @Inject
    private Event<TicketAssigned> assigned;

    /** The ticket with its history. */
    public TicketView read(long id) {
        caller.require(Permission.TICKETS_VIEW);
        Ticket ticket = seen(database.find(Ticket.class, id), id);
        return TicketView.of(ticket, calendar.now()).with(histories.of(ticket));
    }

    /** Whether the caller, who may be behind a socket, may see the ticket; {@code false} when there is none. */
    public boolean mayRead(long id, Caller reader) {
        Ticket ticket = database.find(Ticket.class, id);
        return reader.may(Permission.TICKETS_VIEW) && ticket != null && sights.of(reader).covers(ticket);
    }

    /** Opens a ticket. */
    public TicketView create(NewTicket wanted) {
        caller.require(Permission.TICKETS_CREATE);
        // Before anything else, so that this transaction does not sit on a connection while the numbering waits for one.
        String number = numbering.next(NumberKind.TICKET);
        Customer customer = customers.find(wanted.customerId())
                .orElseThrow(() -> Refusal.invalid("customerId", "Customer " + wanted.customerId() + " does not exist."));
        Instant now = calendar.now();
        Ticket ticket = new Ticket(number, customer, wanted, database.getReference(User.class, caller.id()), now);
        TicketView view = histories.open(ticket, caller.id(), now);
        created.fire(new TicketCreated(view));
        return view;
    }

    /** Changes fields, or moves the ticket along, or both. */
    public TicketView update(long id, TicketEdit edit) {
        caller.require(Permission.TICKETS_EDIT);
        Ticket ticket = locked(id);
        refuseStrangers(ticket);
        Instant now = calendar.now();
        refuseStale(ticket, edit.version(), now);
        HistoryKind kind = edit.status().isPresent() ? HistoryKind.STATUS : HistoryKind.EDITED;
        Histories.Written written = histories.write(ticket, kind, edit.note(), caller.id(), now, () -> apply(edit, ticket, now));
        updated.fire(new TicketUpdated(written.before(), written.after()));
        return written.after();
    }

    private void apply(TicketEdit edit, Ticket ticket, Instant now) {
        ticket.edit(edit, now);
        edit.customerRating().ifPresent(stars -> rate(ticket, stars, now));
        edit.status().ifPresent(target -> move(ticket, target, now));
    }

    private void rate(Ticket ticket, int stars, Instant now) {
        if (caller.role() == Role.TECHNICIAN) {
            throw Refusal.forbidden("A technician cannot rate work.");
        }
        ticket.rate(stars, now);
    }

    private void move(Ticket ticket, TicketStatus target, Instant now) {
        if (target == TicketStatus.COMPLETED) {
            caller.require(Permission.TICKETS_CLOSE);
        }
        ticket.moveTo(target, now);
        if (target == TicketStatus.COMPLETED && ticket.type() == TicketType.INSTALLATION) {
            customers.connect(ticket.customer());
        }
    }

    /** Gives the ticket to a technician. A technician may claim an open ticket for himself; everything else needs {@code tickets.assign}. */
    public TicketView assign(long id, Assignment wanted) {
        caller.require(Permission.TICKETS_VIEW);
        refuseLostClaim(id, wanted.version());
        Ticket ticket = locked(id);
        Instant now = calendar.now();
        refuseStale(ticket, wanted.version(), now);
        if (!caller.may(Permission.TICKETS_ASSIGN)) {
            refuseUnlessClaim(ticket, wanted);
        }
        Technician technician = technicians.lock(wanted.technicianId())
                .orElseThrow(() -> Refusal.invalid("technicianId", "Technician " + wanted.technicianId() + " does not exist."));
        long load = workloads.activeTickets(List.of(technician.id())).getOrDefault(technician.id(), 0L);
        Histories.Written written = histories.write(ticket, HistoryKind.ASSIGNED, wanted.note(), caller.id(), now,
                () -> ticket.assignTo(technician, load, now));
        assigned.fire(new TicketAssigned(written.before(), written.after()));
        return written.after();
    }

    /** Who has seen the ticket open, and comes too late to claim it, is told by whom he was beaten rather than that it does not exist. */
    private void refuseLostClaim(long id, long version) {
        Optional.ofNullable(database.find(Ticket.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(ticket -> !sights.of(caller.caller()).covers(ticket) && histories.wasOpen(ticket, version))
                .flatMap(Ticket::technician).ifPresent(winner -> {
                    throw Refusal.conflict("already-assigned", winner.user().fullName() + " has this ticket now.");
                });
    }

    private void refuseUnlessClaim(Ticket ticket, Assignment wanted) {
        boolean himself = technicians.ofUser(caller.id()).filter(technician -> technician.id() == wanted.technicianId()).isPresent();
        if (!himself || ticket.status() != TicketStatus.OPEN) {
            throw Refusal.forbidden("This needs the permission " + Permission.TICKETS_ASSIGN.wireName() + ".");
        }
    }

    private Ticket locked(long id) {
        return seen(database.find(Ticket.class, id, LockModeType.PESSIMISTIC_WRITE), id);
    }

    private Ticket seen(Ticket ticket, long id) {
        return Optional.ofNullable(ticket).filter(found -> sights.of(caller.caller()).covers(found))
                .orElseThrow(() -> Refusal.notFound("Ticket " + id + " does not exist."));
    }

    /** A technician sees what he could claim, but may only change what is his. */
    private void refuseStrangers(Ticket ticket) {
        if (caller.role() == Role.TECHNICIAN && !ticket.isAssignedTo(caller.id())) {
            throw Refusal.forbidden("Ticket " + ticket.number() + " is not yours; claim it first.");
        }
    }

    private void refuseStale(Ticket ticket, long version, Instant now) {
        if (version != ticket.version()) {
            throw Refusal.stale("Ticket " + ticket.number() + " was changed by somebody else.", histories.newerThan(ticket, version, now));
        }
    }
}
