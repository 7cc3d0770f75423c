package id.aglis.portal.socketio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rooms one socket is in, and since which position of the log. Rooms joined before it entered the namespace count from its entry, and
 * none after it left.
 */
final class Membership {

    private enum State { OUTSIDE, INSIDE, GONE }

    private final Socket socket;
    private final Rooms rooms;
    private final int limit;
    private final Map<String, Long> joined = new HashMap<>(4);
    private State state = State.OUTSIDE;

    Membership(Socket socket, Rooms rooms, int limit) {
        this.socket = socket;
        this.rooms = rooms;
        this.limit = limit;
    }

    synchronized boolean isGone() {
        return state == State.GONE;
    }

    synchronized Set<String> rooms() {
        return state == State.GONE ? Set.of() : Set.copyOf(joined.keySet());
    }

    /** Its rooms, and the position before the first event it hears in each; when it has left, as they were then. */
    synchronized Map<String, Long> joined() {
        return Map.copyOf(joined);
    }

    /** Before it enters: rooms that an earlier connection had, however many. */
    synchronized void bring(Map<String, Long> rooms) {
        joined.putAll(rooms);
    }

    synchronized void enter() {
        if (state == State.OUTSIDE) {
            state = State.INSIDE;
            rooms.enter(socket);
            joined.keySet().forEach(room -> rooms.join(socket, room));
        }
    }

    /** Before it enters: of what was brought, the rooms that it is in by now. */
    synchronized void settle(Map<String, Long> present, Set<String> granted) {
        joined.keySet().removeIf(room -> !present.containsKey(room) && !granted.contains(room));
        present.forEach(joined::putIfAbsent);
    }

    synchronized void join(String... names) {
        for (String name : names) {
            if (name.equals(socket.id())) {
                continue;
            }
            if (joined.size() >= limit && !joined.containsKey(name)) {
                throw new LimitExceeded("Too many rooms");
            }
            if (state != State.GONE && joined.putIfAbsent(name, socket.position()) == null && state == State.INSIDE) {
                rooms.join(socket, name);
                socket.roomsChanged();
            }
        }
    }

    synchronized void leave(String... names) {
        for (String name : names) {
            if (state != State.GONE && joined.remove(name) != null && state == State.INSIDE) {
                rooms.leave(socket, name);
                socket.roomsChanged();
            }
        }
    }

    synchronized void exit() {
        if (state == State.INSIDE) {
            List.copyOf(joined.keySet()).forEach(room -> rooms.leave(socket, room));
            rooms.exit(socket);
        }
        state = State.GONE;
    }
}
