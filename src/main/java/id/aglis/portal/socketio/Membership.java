package id.aglis.portal.socketio;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which rooms one socket is in. Rooms joined before it entered the namespace count from its entry, and none after it left. */
final class Membership {

    private enum State { OUTSIDE, INSIDE, GONE }

    private final Socket socket;
    private final Rooms rooms;
    private final int limit;
    private final Set<String> joined = new HashSet<>(4);
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
        return Set.copyOf(joined);
    }

    synchronized void enter() {
        if (state == State.OUTSIDE) {
            state = State.INSIDE;
            rooms.enter(socket);
            joined.forEach(room -> rooms.join(socket, room));
        }
    }

    synchronized void join(String... names) {
        for (String name : names) {
            if (name.equals(socket.id())) {
                continue;
            }
            if (joined.size() >= limit && !joined.contains(name)) {
                throw new LimitExceeded("Too many rooms");
            }
            if (state != State.GONE && joined.add(name) && state == State.INSIDE) {
                rooms.join(socket, name);
            }
        }
    }

    synchronized void leave(String... names) {
        for (String name : names) {
            if (joined.remove(name) && state == State.INSIDE) {
                rooms.leave(socket, name);
            }
        }
    }

    synchronized void exit() {
        if (state == State.INSIDE) {
            List.copyOf(joined).forEach(room -> rooms.leave(socket, room));
            rooms.exit(socket);
        }
        joined.clear();
        state = State.GONE;
    }
}
