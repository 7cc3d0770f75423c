package id.aglis.portal.identity;

import id.aglis.portal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Locale;
import java.util.Optional;

/** The check of name and password. An unknown name, a wrong password and an inactive user look and last the same. */
@ApplicationScoped
public class Logins {

    /** As long as the column; longer names belong to nobody. */
    private static final int MAX_LOGIN = 100;

    @Inject
    private Users users;
    @Inject
    private Passwords passwords;
    @Inject
    private Lockouts lockouts;
    @Inject
    private Sessions sessions;

    /**
     * Opens a session for whoever knows the password.
     *
     * @param login user name or e-mail, in any case
     * @throws Refusal.Locked          after too many failures, also for names that nobody has
     * @throws Refusal.Unauthenticated with problem {@code bad-credentials}
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public SignedIn login(String login, String password) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > MAX_LOGIN || password.length() > PasswordRule.MAX) {
            throw refused();
        }
        count(name);
        User user = known(name, password).orElseThrow(Logins::refused);
        lockouts.clear(name);
        users.noteLogin(user.id());
        return sessions.open(user);
    }

    private void count(String name) {
        try {
            lockouts.attempt(name);
        } catch (PersistenceException lostTheRace) {
            lockouts.attempt(name);
        }
    }

    private Optional<User> known(String name, String password) {
        Optional<User> user = users.byLogin(name).filter(User::active);
        if (user.isEmpty()) {
            passwords.matchNobody(password);
        }
        return user.filter(found -> passwords.matches(password, found.passwordHash()));
    }

    private static Refusal refused() {
        return Refusal.unauthenticated("bad-credentials", "User name or password is wrong.");
    }
}
