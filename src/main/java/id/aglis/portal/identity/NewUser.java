package id.aglis.portal.identity;

import id.aglis.portal.Refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is needed to create a user.
 *
 * @param username 3 to 50 letters, digits, dots, hyphens or underscores; kept in lower case
 * @param phone    empty when not given
 * @param password in clear; only its hash is kept
 */
public record NewUser(String username, String fullName, String email, String phone, Role role, String password) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,49}");

    public NewUser {
        username = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with the user name, role and password. */
    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        if (!USERNAME.matcher(username).matches()) {
            violations.add(new Violation("username", "Must have 3 to 50 letters, digits, dots, hyphens or underscores."));
        }
        if (role == null) {
            violations.add(new Violation("role", "Must be the code of a role."));
        }
        PasswordRule.violation("password", password, username).ifPresent(violations::add);
        return violations;
    }
}
