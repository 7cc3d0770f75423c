package id.aglis.portal.realtime;

import id.aglis.portal.Refusal;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An event announced from outside the portal; the payload reaches browsers as it is.
 *
 * @param event      lower-case letters, digits and underscores
 * @param rooms      whom it is for; with none, everybody who is signed in
 * @param asVolatile may be lost, and takes no place in the order
 * @param id         makes a repeat harmless; empty for none
 */
public record ExternalEvent(String event, JsonValue payload, List<Room> rooms, List<Room> except, boolean asVolatile, String id) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{0,64}");
    /** Have a meaning of their own to Socket.IO clients. */
    private static final Set<String> RESERVED = Set.of("connect", "connect_error", "disconnect", "disconnecting");

    public ExternalEvent {
        if (event == null || !NAME.matcher(event).matches() || RESERVED.contains(event)) {
            throw Refusal.invalid("event", "Must be the name of an event, such as system_alert.");
        }
        if (id == null || !ID.matcher(id).matches()) {
            throw Refusal.invalid("id", "Must have at most 64 letters, digits, dots, colons, hyphens or underscores.");
        }
        rooms = List.copyOf(rooms);
        except = List.copyOf(except);
    }
}
