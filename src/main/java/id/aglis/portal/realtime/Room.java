package id.aglis.portal.realtime;

import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A named group of sockets, by its name on the wire; the spelling of the names lives here only.
 *
 * @param name such as {@code role_admin}, {@code user_7}, {@code ticket_42}, {@code session_<id>}
 */
public record Room(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z]+_[A-Za-z0-9_-]{1,64}");

    public Room {
        Objects.requireNonNull(name, "A room needs a name.");
        if (!isName(name)) {
            throw new IllegalArgumentException("This is not the name of a room.");
        }
    }

    /** Whether {@code name} has the form of a room's name; says nothing about who may join it. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Everybody with the role of this code, such as {@code customer_service}. */
    public static Room role(String code) {
        return new Room("role_" + code);
    }

    /** All sockets of one user. */
    public static Room user(long id) {
        return new Room("user_" + id);
    }

    /** Everybody who looks at one ticket. */
    public static Room ticket(long id) {
        return new Room("ticket_" + id);
    }

    /** All sockets of one session, which is one login in one browser. */
    public static Room session(String id) {
        return new Room("session_" + id);
    }

    /** The id in a name such as {@code ticket_42} when {@code kind} is {@code ticket}; empty for any other room. */
    public OptionalLong idOf(String kind) {
        String prefix = kind + "_";
        if (!name.startsWith(prefix) || !name.substring(prefix.length()).matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(name.substring(prefix.length())));
    }
}
