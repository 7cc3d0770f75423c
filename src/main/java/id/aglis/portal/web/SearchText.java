package id.aglis.portal.web;

import id.aglis.portal.Refusal;
import java.util.Locale;
import java.util.Optional;

/** What somebody typed into a search box. */
public final class SearchText {

    /** Longer than any name or number that could be found by it. */
    private static final int MAX = 100;

    private SearchText() {
    }

    /**
     * The text without blanks around it; absent when there is nothing left.
     *
     * @throws Refusal.Invalid naming {@code search} when it is longer than {@value #MAX} characters
     */
    public static Optional<String> of(String typed) {
        Optional<String> text = Optional.ofNullable(typed).map(String::strip).filter(given -> !given.isEmpty());
        if (text.filter(given -> given.length() > MAX).isPresent()) {
            throw Refusal.invalid("search", "Must have at most " + MAX + " characters.");
        }
        return text;
    }

    /**
     * The pattern for {@code lower(column) like :pattern} that finds the text anywhere. The backslash is the escape character of H2 and
     * PostgreSQL when none is named; naming one makes EclipseLink write the parameters of the query into the SQL.
     */
    public static String containing(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
