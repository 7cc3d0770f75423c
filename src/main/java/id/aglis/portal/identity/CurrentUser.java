package id.aglis.portal.identity;

import id.aglis.portal.Refusal;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Who makes the present HTTP call, as read from the database at its beginning. Socket handlers have no such thing; they ask their socket
 * ({@link SocketCallers#of}).
 */
@RequestScoped
public class CurrentUser {

    private Caller caller;

    public long id() {
        return caller().id();
    }

    public String username() {
        return caller().username();
    }

    public String fullName() {
        return caller().fullName();
    }

    public Role role() {
        return caller().role();
    }

    public String sessionId() {
        return caller().sessionId();
    }

    public boolean may(Permission permission) {
        return caller().may(permission);
    }

    /** @throws Refusal.Forbidden when the caller does not hold the permission */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw Refusal.forbidden("This needs the permission " + permission.wireName() + ".");
        }
    }

    /** @throws Refusal.Unauthenticated when nobody is signed in, which only happens in methods open to the {@link Public} */
    public Caller caller() {
        return Optional.ofNullable(caller).orElseThrow(() -> Refusal.unauthenticated("Please sign in."));
    }

    void is(Caller known) {
        this.caller = known;
    }
}
