package id.aglis.portal.identity;

import id.aglis.portal.Refusal;
import id.aglis.portal.Refusal.Violation;
import java.util.Locale;
import java.util.Optional;

/** What a password must be: long enough, short enough to be hashed without harm, and not the name of its owner. */
final class PasswordRule {

    private static final int MIN = 10;
    static final int MAX = 200;

    private PasswordRule() {
    }

    static Optional<Violation> violation(String field, String password, String username) {
        if (password == null || password.length() < MIN || password.length() > MAX) {
            return Optional.of(new Violation(field, "Must have " + MIN + " to " + MAX + " characters."));
        } else if (password.strip().toLowerCase(Locale.ROOT).equals(username)) {
            return Optional.of(new Violation(field, "Must not be the user name."));
        }
        return Optional.empty();
    }

    static void require(String field, String password, String username) {
        violation(field, password, username).ifPresent(violation -> {
            throw Refusal.invalid(violation.field(), violation.message());
        });
    }
}
