package id.aglis.portal.identity;

import id.aglis.portal.Refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Name and addresses of a user, trimmed, the e-mail in lower case; {@code phone} is empty when not given. */
record Contact(String fullName, String email, String phone) {

    /** Nobody can tell a good address by its form; this catches the slips. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,18}");
    private static final int MAX_LENGTH = 100;

    Contact {
        fullName = fullName == null ? "" : fullName.strip();
        email = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        phone = phone == null ? "" : phone.strip();
    }

    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        if (fullName.isEmpty() || fullName.length() > MAX_LENGTH) {
            violations.add(new Violation("fullName", "Must have 1 to " + MAX_LENGTH + " characters."));
        }
        if (email.length() > MAX_LENGTH || !EMAIL.matcher(email).matches()) {
            violations.add(new Violation("email", "Must be an e-mail address."));
        }
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            violations.add(new Violation("phone", "Must be a telephone number."));
        }
        return violations;
    }
}
