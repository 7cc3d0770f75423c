package id.aglis.portal.identity;

import id.aglis.portal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;

/** The accounts of staff: finding, creating and changing them. */
@ApplicationScoped
public class Users {

    @PersistenceContext(unitName = "portal")
    private EntityManager database;
    @Inject
    private Passwords passwords;
    @Inject
    private InstantSource time;
    @Inject
    private Event<UserCreated> created;

    public Optional<User> find(long id) {
        return Optional.ofNullable(database.find(User.class, id));
    }

    /** @throws Refusal.NotFound when there is no such user */
    public User get(long id) {
        return find(id).orElseThrow(() -> Refusal.notFound("User " + id + " does not exist."));
    }

    /**
     * Creates an active user and fires {@link UserCreated} in the same transaction.
     *
     * @throws Refusal.Invalid  naming each field that cannot be accepted
     */
    @Transactional
    public User create(NewUser wanted) {
        User user = new User(wanted.username(), wanted.role(), passwords.hash(wanted.password()), time.instant());
        user.describe(wanted.fullName(), wanted.email(), wanted.phone());
        database.persist(user);
        database.flush();
        created.fire(new UserCreated(user.id(), user.role(), user.fullName(), user.phone(), user.email()));
        return user;
    }
}
