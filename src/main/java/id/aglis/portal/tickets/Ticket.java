package id.aglis.portal.tickets;

import id.aglis.portal.Refusal;
import id.aglis.portal.customers.Customer;
import id.aglis.portal.identity.User;
import id.aglis.portal.technicians.Availability;
import id.aglis.portal.technicians.Technician;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * A piece of work for a customer. Opened by the office (or by the customer's registration), it is assigned to a technician, or claimed by one,
 * who starts it, may put it on hold and take it up again, and completes it with a note on what he did. It may be cancelled until then.
 * Its deadline follows from type and priority ({@link SlaPolicy}) and is never set by hand.
 */
@Entity
@Table(name = "tickets")
@SequenceGenerator(name = "tickets_seq", sequenceName = "tickets_seq", allocationSize = 1)
public class Ticket {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tickets_seq")
    private Long id;
    @Version
    private long version;
    private String number;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id")
    private Customer customer;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "technician_id")
    private Technician technician;
    /** The key behind {@link #technician}, so that queries can compare it without a join. */
    @Column(name = "technician_id", insertable = false, updatable = false)
    private Long technicianId;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "created_by")
    private User createdBy;
    @Enumerated(EnumType.STRING)
    private TicketType type;
    @Enumerated(EnumType.STRING)
    private TicketCategory category;
    private String title;
    private String description;
    @Convert(converter = PriorityRank.class)
    private TicketPriority priority;
    @Enumerated(EnumType.STRING)
    private TicketStatus status = TicketStatus.OPEN;
    @Column(name = "estimated_minutes")
    private int estimatedMinutes;
    @Column(name = "actual_minutes")
    private Integer actualMinutes;
    @Column(name = "resolution_notes")
    private String resolutionNotes = "";
    @Column(name = "customer_rating")
    private Integer customerRating;
    @Embedded
    private TicketClock clock;

    protected Ticket() {
    }

    public Ticket(String number, Customer customer, NewTicket wanted, User createdBy, Instant at) {
        this.number = number;
        this.customer = customer;
        this.createdBy = createdBy;
        this.title = wanted.title();
        this.description = wanted.description();
        this.type = wanted.type();
        this.priority = wanted.priority();
        this.clock = new TicketClock(at);
        wanted.scheduledAt().ifPresent(clock::schedule);
        classify(wanted.category());
    }

    /**
     * Gives the work to a technician, or to another one as long as it has not been started.
     *
     * @param load unfinished tickets that the technician has already
     * @throws Refusal.Conflict saying why he cannot take it
     */
    public void assignTo(Technician next, long load, Instant at) {
        refuseUnlessNext(TicketStatus.ASSIGNED);
        String name = next.user().fullName();
        if (technician != null && technician.id() == next.id()) {
            throw Refusal.conflict("already-assigned", "Ticket " + number + " is assigned to " + name + " already.");
        }
        if (!next.isEmployed()) {
            throw Refusal.conflict("technician-unavailable", name + " does not work here any more.");
        }
        if (next.availability() != Availability.AVAILABLE) {
            throw Refusal.conflict("technician-unavailable", name + " is not available at the moment (" + next.availability().code() + ").");
        }
        if (load >= next.maxDailyTickets()) {
            throw Refusal.conflict("technician-full", name + " has " + load + " open tickets, and may have " + next.maxDailyTickets() + ".");
        }
        technician = next;
        status = TicketStatus.ASSIGNED;
        clock.assigned(at);
        clock.touch(at);
    }

    /**
     * Moves the ticket along; to assign it, choose a technician ({@link #assignTo}).
     *
     * @throws Refusal.Conflict {@code illegal-transition} when there is no such way
     * @throws Refusal.Invalid  when work is to be completed without a word on what was done
     */
    public void moveTo(TicketStatus target, Instant at) {
        refuseUnlessNext(target);
        switch (target) {
            case OPEN, ASSIGNED -> throw illegal(target, "A ticket becomes assigned by choosing a technician.");
            case IN_PROGRESS -> start(at);
            case ON_HOLD -> clock.held(at);
            case COMPLETED -> complete(at);
            case CANCELLED -> cancel(at);
        }
        status = target;
        clock.touch(at);
    }

    private void start(Instant at) {
        if (status == TicketStatus.ON_HOLD) {
            clock.released(at);
        }
        clock.started(at);
    }

    private void complete(Instant at) {
        if (resolutionNotes.isBlank()) {
            throw Refusal.invalid("resolutionNotes", "Must say what was done.");
        }
        clock.completed(at);
        actualMinutes = clock.minutesWorkedUntil(at);
    }

    private void cancel(Instant at) {
        if (status == TicketStatus.ON_HOLD) {
            clock.released(at);
        }
        clock.cancelled(at);
    }

    private void refuseUnlessNext(TicketStatus target) {
        if (!status.mayBecome(target)) {
            throw illegal(target, "It is " + status.code() + ".");
        }
    }

    private Refusal illegal(TicketStatus target, String reason) {
        return Refusal.conflict("illegal-transition", "Ticket " + number + " cannot become " + target.code() + ". " + reason);
    }

    /**
     * Changes plain fields. A new priority, type, category or appointment moves the deadline; a new type drops a category that is not its own.
     *
     * @throws Refusal.Conflict {@code ticket-closed} when the ticket is completed or cancelled
     * @throws Refusal.Invalid  when the category is not one of the type's
     */
    public void edit(TicketEdit edit, Instant at) {
        if (status.isFinal() && edit.changesFields()) {
            throw Refusal.conflict("ticket-closed", "Ticket " + number + " is " + status.code() + " and cannot be changed.");
        }
        title = edit.title().orElse(title);
        description = edit.description().orElse(description);
        resolutionNotes = edit.resolutionNotes().orElse(resolutionNotes);
        priority = edit.priority().orElse(priority);
        type = edit.type().orElse(type);
        edit.scheduledAt().ifPresent(clock::schedule);
        if (!status.isFinal()) {
            classify(edit.category().or(() -> category().filter(present -> present.type() == type)));
        }
        clock.touch(at);
    }

    private void classify(Optional<TicketCategory> wanted) {
        if (wanted.filter(given -> given.type() != type).isPresent()) {
            throw Refusal.invalid("category", "Must be a category of " + type.code() + ".");
        }
        category = wanted.orElse(null);
        estimatedMinutes = wanted.map(TicketCategory::minutes).orElse(type.minutes());
        clock.dueAt(SlaPolicy.due(type, wanted, priority, clock.createdAt(), clock.scheduledAt()));
    }

    /**
     * What the customer thought of the work.
     *
     * @param stars 1 to 5
     * @throws Refusal.Conflict {@code not-completed} before the work is done
     */
    public void rate(int stars, Instant at) {
        if (status != TicketStatus.COMPLETED) {
            throw Refusal.conflict("not-completed", "Ticket " + number + " can be rated once it is completed.");
        }
        customerRating = stars;
        clock.touch(at);
    }

    public boolean isAssignedTo(long userId) {
        return technician != null && technician.user().id() == userId;
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String number() {
        return number;
    }

    public Customer customer() {
        return customer;
    }

    public Optional<Technician> technician() {
        return Optional.ofNullable(technician);
    }

    public User createdBy() {
        return createdBy;
    }

    public TicketType type() {
        return type;
    }

    public Optional<TicketCategory> category() {
        return Optional.ofNullable(category);
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public TicketPriority priority() {
        return priority;
    }

    public TicketStatus status() {
        return status;
    }

    public int estimatedMinutes() {
        return estimatedMinutes;
    }

    /** Whole minutes from start to completion; present once completed. */
    public Optional<Integer> actualMinutes() {
        return Optional.ofNullable(actualMinutes);
    }

    /** Empty until somebody says what was done. */
    public String resolutionNotes() {
        return resolutionNotes;
    }

    public Optional<Integer> customerRating() {
        return Optional.ofNullable(customerRating);
    }

    public TicketClock clock() {
        return clock;
    }
}
