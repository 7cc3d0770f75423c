package id.aglis.portal.socketio;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A position in the log as clients keep it: they take it from the last argument of an event, and present it when they come back.
 *
 * @param position at least 0
 */
record Offset(long position) {

    private static final int RADIX = 36;
    /** A sign that it is no word of the application. */
    private static final char SIGN = '@';
    private static final Pattern TEXT = Pattern.compile("@[0-9a-z]{1,12}");

    /** Empty when the text was not made here. */
    static Optional<Offset> of(String text) {
        return TEXT.matcher(text).matches() ? Optional.of(new Offset(Long.parseLong(text.substring(1), RADIX))) : Optional.empty();
    }

    String text() {
        return SIGN + Long.toString(position, RADIX);
    }
}
