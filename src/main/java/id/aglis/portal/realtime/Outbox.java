package id.aglis.portal.realtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** Publications that have been, or are about to be, committed together with the change they tell of, and that have not been published yet. */
@ApplicationScoped
public class Outbox {

    @PersistenceContext(unitName = "portal")
    private EntityManager database;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;
    @Inject
    private InstantSource time;

    /** Writes the publication in the present transaction; does nothing when there is none. */
    void keep(Publication publication) {
        if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
            database.persist(new OutboxRow(publication, time.instant()));
        }
    }

    /** Forgets publications that have reached the broadcast log. */
    @Transactional
    void forget(Collection<String> ids) {
        database.createQuery("delete from OutboxRow r where r.id in :ids").setParameter("ids", ids).executeUpdate();
    }

    /** What was committed before {@code time} and is still here, oldest first, at most {@code limit}. */
    @Transactional
    List<Publication> leftSince(Instant time, int limit) {
        return database.createQuery("select r from OutboxRow r where r.createdAt < :time order by r.position", OutboxRow.class)
                .setParameter("time", time)
                .setMaxResults(limit)
                .getResultStream().map(OutboxRow::publication).toList();
    }
}
