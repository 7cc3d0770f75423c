package id.aglis.portal.tickets;

import id.aglis.portal.Refusal;
import id.aglis.portal.identity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What happened to tickets. Always part of the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Histories {

    @PersistenceContext(unitName = "portal")
    private EntityManager database;

    /** Keeps a new ticket, with the first line of its history. */
    public TicketView open(Ticket ticket, long by, Instant at) {
        database.persist(ticket);
        database.flush();
        database.persist(new HistoryEntry(ticket, HistoryKind.CREATED, Optional.empty(), List.of(), "", database.getReference(User.class, by), at));
        return TicketView.of(ticket, at);
    }

    /**
     * Runs a change to the ticket, stores it, and notes what became different.
     *
     * @param change may refuse, and then nothing is stored
     */
    public Written write(Ticket ticket, HistoryKind kind, Optional<String> note, long by, Instant at, Runnable change) {
        TicketView before = TicketView.of(ticket, at);
        TicketStatus from = ticket.status();
        change.run();
        database.flush();
        TicketView after = TicketView.of(ticket, at);
        database.persist(new HistoryEntry(ticket, kind, Optional.of(from), before.changesTo(after), note.orElse(""),
                database.getReference(User.class, by), at));
        return new Written(before, after);
    }

    /** The ticket before and after a write. */
    public record Written(TicketView before, TicketView after) {
    }

    /** All of it, newest first. */
    List<HistoryView> of(Ticket ticket) {
        return since(ticket, 0).stream().map(HistoryView::of).sorted((one, other) -> Long.compare(other.id(), one.id())).toList();
    }

    /** What somebody who has looked at {@code version} does not know: one change per field, from what he saw to what it is. */
    Refusal.Newer newerThan(Ticket ticket, long version, Instant now) {
        List<HistoryEntry> missed = since(ticket, version);
        String by = missed.isEmpty() ? "" : missed.get(missed.size() - 1).by().fullName();
        return new Refusal.Newer(ticket.version(), TicketView.of(ticket, now), merge(missed.stream().map(HistoryEntry::changes).toList()), by, ticket.clock().updatedAt());
    }

    private List<HistoryEntry> since(Ticket ticket, long version) {
        return database.createQuery("select h from HistoryEntry h join fetch h.by where h.ticket = :ticket and h.version > :version"
                + " order by h.version", HistoryEntry.class).setParameter("ticket", ticket).setParameter("version", version).getResultList();
    }

    /** Whether the ticket was open to be claimed at an earlier version of it. */
    boolean wasOpen(Ticket ticket, long version) {
        return database.createQuery("select count(h) from HistoryEntry h where h.ticket = :ticket and h.version = :version and h.toStatus = :open",
                        Long.class).setParameter("ticket", ticket).setParameter("version", version).setParameter("open", TicketStatus.OPEN)
                .getSingleResult() > 0;
    }

    /** The latest lines about tickets within {@code sight}, newest first, with the ticket and its people. */
    public List<HistoryEntry> latest(TicketSight sight, int limit) {
        var query = database.createQuery("select h from HistoryEntry h join fetch h.by join fetch h.ticket t where "
                + sight.condition() + " order by h.at desc, h.id desc", HistoryEntry.class);
        sight.bind(query);
        return query.setHint("eclipselink.left-join-fetch", "h.ticket.customer")
                .setHint("eclipselink.left-join-fetch", "h.ticket.technician.user").setMaxResults(limit).getResultList();
    }

    static List<Refusal.Change> merge(List<List<Refusal.Change>> writes) {
        Map<String, Refusal.Change> byField = new LinkedHashMap<>();
        writes.stream().flatMap(List::stream).forEach(change -> byField.merge(change.field(), change,
                (first, last) -> new Refusal.Change(first.field(), first.from(), last.to())));
        List<Refusal.Change> changes = new ArrayList<>(byField.values());
        changes.removeIf(change -> Objects.equals(change.from(), change.to()));
        return changes;
    }
}
