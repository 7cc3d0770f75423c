package id.aglis.portal.numbering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Date;
import java.time.LocalDate;

/** One row per kind and day, raised under the lock of that row. */
@ApplicationScoped
public class Counters {

    @PersistenceContext(unitName = "portal")
    private EntityManager database;

    /** @throws jakarta.persistence.PersistenceException when another instance opened the same day at the same moment */
    @Transactional(TxType.REQUIRES_NEW)
    public long next(NumberKind kind, LocalDate day) {
        if (about("update numbering set counter = counter + 1 where kind = ?1 and counted_on = ?2", kind, day).executeUpdate() == 0) {
            about("insert into numbering (kind, counted_on, counter) values (?1, ?2, 1)", kind, day).executeUpdate();
        }
        return ((Number) about("select counter from numbering where kind = ?1 and counted_on = ?2", kind, day).getSingleResult()).longValue();
    }

    private Query about(String sql, NumberKind kind, LocalDate day) {
        return database.createNativeQuery(sql).setParameter(1, kind.name()).setParameter(2, Date.valueOf(day));
    }
}
