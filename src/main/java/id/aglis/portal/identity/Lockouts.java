package id.aglis.portal.identity;

import id.aglis.portal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Slows down guessing, per login name and for the whole cluster. An attempt counts as failed before the password is looked at, so that many
 * at once get no more guesses than one after another.
 */
@ApplicationScoped
public class Lockouts {

    @PersistenceContext(unitName = "portal")
    private EntityManager database;
    @Inject
    private InstantSource time;

    /**
     * Counts an attempt.
     *
     * @throws Refusal.Locked when the name is locked; such an attempt does not count
     * @throws jakarta.persistence.PersistenceException when another first attempt came at the same moment; try again
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void attempt(String login) {
        Instant now = time.instant();
        LoginFailure failure = database.find(LoginFailure.class, login, LockModeType.PESSIMISTIC_WRITE);
        if (failure == null) {
            failure = new LoginFailure(login);
            database.persist(failure);
            database.flush();
        }
        failure.lockedUntil(now).ifPresent(until -> {
            throw Refusal.locked("Too many failed attempts. Please try again later.", until);
        });
        failure.add(now);
    }

    /** The attempt was a success: the count starts anew. */
    @Transactional(TxType.REQUIRES_NEW)
    public void clear(String login) {
        database.createQuery("delete from LoginFailure f where f.login = :login").setParameter("login", login).executeUpdate();
    }

    /** Removes counts that no longer matter. */
    @Transactional
    public int purge() {
        return database.createQuery("delete from LoginFailure f where f.lastFailedAt < :then")
                .setParameter("then", time.instant().minus(LoginFailure.FORGOTTEN_AFTER))
                .executeUpdate();
    }
}
