package id.aglis.portal.tickets;

import id.aglis.portal.Refusal;
import id.aglis.portal.identity.User;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One write to a ticket: who, when, what from and to. Never changed; there is exactly one for each version of the ticket. */
@Entity
@Table(name = "ticket_history")
@SequenceGenerator(name = "ticket_history_seq", sequenceName = "ticket_history_seq", allocationSize = 1)
public class HistoryEntry {

    private static final Jsonb JSON = JsonbBuilder.create();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ticket_history_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "ticket_id")
    private Ticket ticket;
    @Column(name = "ticket_version")
    private long version;
    @Column(name = "happened_at")
    private Instant at;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "done_by")
    private User by;
    @Enumerated(EnumType.STRING)
    private HistoryKind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "from_status")
    private TicketStatus fromStatus;
    @Enumerated(EnumType.STRING)
    @Column(name = "to_status")
    private TicketStatus toStatus;
    private String note;
    private String changes;

    protected HistoryEntry() {
    }

    /** The write that brought the ticket to its present version; {@code fromStatus} is absent for the first. */
    public HistoryEntry(Ticket ticket, HistoryKind kind, Optional<TicketStatus> fromStatus, List<Refusal.Change> changes, String note, User by,
                        Instant at) {
        this.ticket = ticket;
        this.version = ticket.version();
        this.kind = kind;
        this.fromStatus = fromStatus.orElse(null);
        this.toStatus = ticket.status();
        this.changes = JSON.toJson(changes.toArray(Refusal.Change[]::new));
        this.note = note;
        this.by = by;
        this.at = at;
    }

    public long id() {
        return id;
    }

    public Ticket ticket() {
        return ticket;
    }

    public Instant at() {
        return at;
    }

    public User by() {
        return by;
    }

    public HistoryKind kind() {
        return kind;
    }

    public Optional<TicketStatus> fromStatus() {
        return Optional.ofNullable(fromStatus);
    }

    public TicketStatus toStatus() {
        return toStatus;
    }

    /** Empty when nothing was said. */
    public String note() {
        return note;
    }

    public List<Refusal.Change> changes() {
        return List.of(JSON.fromJson(changes, Refusal.Change[].class));
    }
}
