package id.aglis.portal.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;

/**
 * Hands out business numbers, each at most once in the whole cluster.
 * <p>
 * A number is taken in a short transaction of its own, so that nobody waits for somebody else's work; a caller that rolls back leaves a gap.
 * Numbers of one kind and day rise in the order in which they are handed out.
 */
@ApplicationScoped
public class Numbering {

    @Inject
    private BusinessCalendar calendar;
    @Inject
    private Counters counters;

    /** The next number of this kind, on today's business date where the kind counts by day. */
    @Transactional(TxType.NOT_SUPPORTED)
    public String next(NumberKind kind) {
        return next(kind, calendar.today());
    }

    /** The next number of this kind for something that belongs to another business date. */
    @Transactional(TxType.NOT_SUPPORTED)
    public String next(NumberKind kind, LocalDate day) {
        return kind.format(day, count(kind, kind.countedOn(day)));
    }

    /** Two instances may open the same day at once; one of them fails on the primary key, and finds the other's row when it tries again. */
    private long count(NumberKind kind, LocalDate day) {
        try {
            return counters.next(kind, day);
        } catch (PersistenceException lostTheRace) {
            return counters.next(kind, day);
        }
    }
}
