package id.aglis.portal.tickets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The times of a ticket. While it is on hold its clock stands still: the deadline moves by the length of the hold once work goes on, and the
 * hold does not count as time to resolution.
 */
@Embeddable
public class TicketClock {

    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "updated_at")
    private Instant updatedAt;
    @Column(name = "scheduled_at")
    private Instant scheduledAt;
    @Column(name = "first_assigned_at")
    private Instant firstAssignedAt;
    @Column(name = "response_seconds")
    private Long responseSeconds;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "held_since")
    private Instant heldSince;
    @Column(name = "held_seconds")
    private long heldSeconds;
    @Column(name = "completed_at")
    private Instant completedAt;
    @Column(name = "cancelled_at")
    private Instant cancelledAt;
    @Column(name = "sla_due_at")
    private Instant slaDueAt;
    @Column(name = "resolution_seconds")
    private Long resolutionSeconds;

    protected TicketClock() {
    }

    TicketClock(Instant createdAt) {
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    void touch(Instant at) {
        updatedAt = at;
    }

    void schedule(Instant appointment) {
        scheduledAt = appointment;
    }

    /** Sets the deadline anew; {@code due} does not know of holds yet. */
    void dueAt(Instant due) {
        slaDueAt = due.plusSeconds(heldSeconds);
    }

    void assigned(Instant at) {
        if (firstAssignedAt == null) {
            firstAssignedAt = at;
            responseSeconds = Duration.between(createdAt, at).toSeconds();
        }
    }

    void started(Instant at) {
        startedAt = startedAt == null ? at : startedAt;
    }

    void held(Instant at) {
        heldSince = at;
    }

    void released(Instant at) {
        long seconds = Duration.between(heldSince, at).toSeconds();
        heldSince = null;
        heldSeconds += seconds;
        slaDueAt = slaDueAt.plusSeconds(seconds);
    }

    void completed(Instant at) {
        completedAt = at;
        resolutionSeconds = Duration.between(createdAt, at).toSeconds() - heldSeconds;
    }

    void cancelled(Instant at) {
        cancelledAt = at;
    }

    /** Whether the deadline was missed, looked at from {@code now}. Cancelled work is never late. */
    boolean isBreached(Instant now) {
        Instant reached = completedAt().or(this::heldSince).orElse(now);
        return cancelledAt == null && slaDueAt.isBefore(reached);
    }

    /** Whole minutes from the start of the work to {@code end}. */
    int minutesWorkedUntil(Instant end) {
        return startedAt == null ? 0 : Math.toIntExact(Duration.between(startedAt, end).toMinutes());
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** When the customer expects the visit. */
    public Optional<Instant> scheduledAt() {
        return Optional.ofNullable(scheduledAt);
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    /** Present while the ticket is on hold. */
    public Optional<Instant> heldSince() {
        return Optional.ofNullable(heldSince);
    }

    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    public Instant slaDueAt() {
        return slaDueAt;
    }

    /** Seconds from creation to completion without holds; present once completed. */
    public Optional<Long> resolutionSeconds() {
        return Optional.ofNullable(resolutionSeconds);
    }
}
