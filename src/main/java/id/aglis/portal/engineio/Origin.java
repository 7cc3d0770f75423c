package id.aglis.portal.engineio;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page comes from (RFC 6454): scheme and host in lower case, and the port, also where it is the usual one. */
record Origin(String scheme, String host, int port) {

    private static final Pattern FORM = Pattern.compile("(https?)://(\\[[0-9a-f:.]+]|[^\\s/?#@:\\[\\]]+)(?::([0-9]{1,5}))?");

    /** Empty for {@code null}, which is what browsers send for pages without an origin, and for anything else that is none. */
    static Optional<Origin> of(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        return form.matches() ? Optional.of(new Origin(form.group(1), form.group(2), port(form))) : Optional.empty();
    }

    private static int port(Matcher form) {
        if (form.group(3) != null) {
            return Integer.parseInt(form.group(3));
        }
        return form.group(1).equals("https") ? 443 : 80;
    }
}
