package id.aglis.portal.identity;

import id.aglis.portal.Refusal;
import id.aglis.portal.Refusal.Newer;
import id.aglis.portal.Refusal.Violation;
import id.aglis.portal.web.Page;
import id.aglis.portal.web.PageRequest;
import id.aglis.portal.web.SearchText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The accounts of staff: finding, creating and changing them. Who may do so is decided at the boundary, but nobody locks all administrators out. */
@ApplicationScoped
public class Users {

    /** What a list can be sorted by, and the path behind it. */
    private static final Map<String, String> SORTABLE = Map.of("fullName", "u.fullName", "username", "u.username", "email", "u.email",
            "role", "u.role", "lastLoginAt", "u.lastLoginAt", "active", "u.active", "createdAt", "u.createdAt");

    @PersistenceContext(unitName = "portal")
    private EntityManager database;
    @Inject
    private Passwords passwords;
    @Inject
    private Sessions sessions;
    @Inject
    private InstantSource time;
    @Inject
    private Event<UserCreated> created;
    @Inject
    private Event<UserChanged> changed;

    @Transactional
    public Optional<User> find(long id) {
        return Optional.ofNullable(database.find(User.class, id));
    }

    /** @throws Refusal.NotFound when there is no such user */
    @Transactional
    public User get(long id) {
        return find(id).orElseThrow(() -> Refusal.notFound("User " + id + " does not exist."));
    }

    /** The user of that user name or e-mail, in lower case. */
    @Transactional
    public Optional<User> byLogin(String login) {
        return database.createQuery("select u from User u where u.username = :login or u.email = :login order by u.id", User.class)
                .setParameter("login", login)
                .setMaxResults(1)
                .getResultStream().findFirst();
    }

    @Transactional
    public boolean none() {
        return database.createQuery("select count(u) from User u", Long.class).getSingleResult() == 0;
    }

    /** @throws Refusal.Invalid when the page cannot be told or the list cannot be sorted so */
    @Transactional
    public Page<UserView> search(UserSearch search, PageRequest request) {
        String order = request.orderBy(SORTABLE, "fullName", "u.id");
        String where = " from User u where (lower(u.fullName) like :text or u.username like :text or u.email like :text)"
                + (search.role().isPresent() ? " and u.role = :role" : "")
                + (search.active().isPresent() ? " and u.active = :active" : "");
        long total = with(search, database.createQuery("select count(u)" + where, Long.class)).getSingleResult();
        List<User> users = with(search, database.createQuery("select u" + where + order, User.class))
                .setFirstResult(request.offset())
                .setMaxResults(request.size())
                .getResultList();
        return Page.of(request, users, total).map(UserView::of);
    }

    /**
     * Creates an active user and fires {@link UserCreated} in the same transaction.
     *
     * @throws Refusal.Invalid naming each field that cannot be accepted
     */
    @Transactional
    public User create(NewUser wanted) {
        return create(wanted, passwords::hash);
    }

    /** As {@link #create(NewUser)}, with a hash that the caller has made before; for many users at once. */
    @Transactional
    public User create(NewUser wanted, UnaryOperator<String> hashing) {
        Contact contact = new Contact(wanted.fullName(), wanted.email(), wanted.phone());
        List<Violation> violations = new ArrayList<>(contact.violations());
        violations.addAll(wanted.violations());
        taken("username", wanted.username()).ifPresent(violations::add);
        taken("email", contact.email()).ifPresent(violations::add);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        User user = new User(wanted.username(), wanted.role(), hashing.apply(wanted.password()), time.instant());
        user.describe(contact.fullName(), contact.email(), contact.phone());
        database.persist(user);
        database.flush();
        created.fire(new UserCreated(user.id(), user.role(), user.fullName(), user.phone(), user.email()));
        return user;
    }

    /**
     * Changes what the patch names and fires {@link UserChanged} in the same transaction. A deactivated user's sessions end; a user with
     * another role keeps his, and his sockets come back with the new rights.
     *
     * @param by full name of the writer
     * @throws Refusal.Conflict when the version is old, or no active administrator would remain
     */
    @Transactional
    public UserView change(long id, UserPatch patch, String by) {
        User user = locked(id);
        if (patch.version() != user.version()) {
            throw Refusal.stale("User " + id + " has been changed since.",
                    new Newer(user.version(), UserView.of(user), List.of(), user.updatedBy(), user.updatedAt()));
        }
        Role formerRole = user.role();
        describe(user, patch);
        patch.role().ifPresent(user::take);
        patch.active().ifPresent(user::activate);
        user.touched(by, time.instant());
        database.flush();
        requireAdmin();
        changed.fire(new UserChanged(id, formerRole, user.role(), user.fullName(), user.phone(), user.email(), user.active()));
        if (!user.active()) {
            sessions.endAll(id, "deactivated");
        } else if (user.role() != formerRole) {
            sessions.renewSockets(id, "role_changed");
        }
        return UserView.of(user);
    }

    /** Gives a user a new password; all his sessions end. */
    @Transactional
    public void resetPassword(long id, String password, String by) {
        User user = locked(id);
        PasswordRule.require("password", password, user.username());
        user.changePassword(passwords.hash(password));
        user.touched(by, time.instant());
        sessions.endAll(id, "password_changed");
    }

    /**
     * Changes a user's own password; all his sessions end and a new one begins.
     *
     * @throws Refusal.Invalid when the present password is wrong or the new one is too weak
     */
    @Transactional
    public SignedIn changePassword(long id, String current, String wanted) {
        User user = locked(id);
        if (!passwords.matches(current, user.passwordHash())) {
            throw Refusal.invalid("currentPassword", "Is not your present password.");
        }
        PasswordRule.require("newPassword", wanted, user.username());
        user.changePassword(passwords.hash(wanted));
        user.touched(user.fullName(), time.instant());
        sessions.endAll(id, "password_changed");
        return sessions.open(user);
    }

    /** Past the version, since a login is no change that a writer must have seen. */
    @Transactional
    public void noteLogin(long id) {
        database.createNativeQuery("update users set last_login_at = ?1 where id = ?2")
                .setParameter(1, time.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, id)
                .executeUpdate();
    }

    private User locked(long id) {
        return Optional.ofNullable(database.find(User.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Refusal.notFound("User " + id + " does not exist."));
    }

    private void describe(User user, UserPatch patch) {
        Contact contact = new Contact(patch.fullName().orElse(user.fullName()), patch.email().orElse(user.email()), patch.phone().orElse(user.phone()));
        List<Violation> violations = new ArrayList<>(contact.violations());
        if (!contact.email().equals(user.email())) {
            taken("email", contact.email()).ifPresent(violations::add);
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        user.describe(contact.fullName(), contact.email(), contact.phone());
    }

    /** Neither may be the other of anybody else: both are login names. */
    private Optional<Violation> taken(String field, String value) {
        return byLogin(value == null ? "" : value.toLowerCase(Locale.ROOT)).map(user -> new Violation(field, "Is already taken."));
    }

    private void requireAdmin() {
        long admins = database.createQuery("select count(u) from User u where u.role = :admin and u.active = true", Long.class)
                .setParameter("admin", Role.ADMIN)
                .getSingleResult();
        if (admins == 0) {
            throw Refusal.conflict("last-administrator", "At least one active administrator must remain.");
        }
    }

    private static <T> TypedQuery<T> with(UserSearch search, TypedQuery<T> query) {
        query.setParameter("text", SearchText.containing(search.text().strip()));
        search.role().ifPresent(role -> query.setParameter("role", role));
        search.active().ifPresent(active -> query.setParameter("active", active));
        return query;
    }
}
