package id.aglis.portal.tickets;

import id.aglis.portal.Coded;
import id.aglis.portal.Refusal;
import java.time.Instant;
import java.util.List;

/** A line of a ticket's history; {@code fromStatus} is left out of the first. */
public record HistoryView(long id, Instant at, Person by, String kind, String fromStatus, String toStatus, String note,
                          List<Refusal.Change> changes) {

    static HistoryView of(HistoryEntry entry) {
        return new HistoryView(entry.id(), entry.at(), Person.of(entry.by()), entry.kind().code(),
                entry.fromStatus().map(Coded::code).orElse(null), entry.toStatus().code(), entry.note(), entry.changes());
    }
}
