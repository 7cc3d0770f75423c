package id.aglis.portal.realtime;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One thing on its way to browsers, in the form in which it waits in the outbox.
 *
 * @param id     what the broadcast log knows repeats by
 * @param rooms  names of the rooms addressed
 * @param except names of the rooms left out
 * @param name   the event, or the room to leave; empty for {@link Action#DISCONNECT}
 * @param body   the envelope as JSON; empty unless the action is {@link Action#EMIT}
 */
record Publication(String id, Action action, List<String> rooms, List<String> except, String name, String body) {

    private static final Jsonb JSON = JsonbBuilder.create();

    enum Action { EMIT, LEAVE, DISCONNECT }

    Publication {
        rooms = List.copyOf(rooms);
        except = List.copyOf(except);
    }

    static Publication emit(List<Room> rooms, List<Room> except, EventName event, Entity entity, Object data, Instant at) {
        String id = newId();
        String body = JSON.toJson(new Envelope(id, at.toString(), entity, data));
        return new Publication(id, Action.EMIT, names(rooms), names(except), event.wireName(), body);
    }

    static Publication leave(List<Room> rooms, List<Room> except, Room left) {
        return new Publication(newId(), Action.LEAVE, names(rooms), names(except), left.name(), "");
    }

    static Publication disconnect(List<Room> rooms, List<Room> except) {
        return new Publication(newId(), Action.DISCONNECT, names(rooms), names(except), "", "");
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static List<String> names(List<Room> rooms) {
        return rooms.stream().map(Room::name).toList();
    }

    /** What browsers receive as the event's argument. */
    public record Envelope(String id, String at, Entity entity, Object data) {
    }
}
