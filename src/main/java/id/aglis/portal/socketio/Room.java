package id.aglis.portal.socketio;

import java.util.LinkedHashSet;
import java.util.Set;

/** The sockets of a room, in a form that is quick to go through while others join and leave. */
final class Room {

    private static final Socket[] NOBODY = {};

    private final Set<Socket> members = new LinkedHashSet<>();
    private Socket[] listed = NOBODY;

    synchronized void add(Socket socket) {
        if (members.add(socket)) {
            listed = null;
        }
    }

    /** @return whether nobody is left */
    synchronized boolean remove(Socket socket) {
        if (members.remove(socket)) {
            listed = null;
        }
        return members.isEmpty();
    }

    /** Not to be modified. */
    synchronized Socket[] list() {
        if (listed == null) {
            listed = members.toArray(NOBODY);
        }
        return listed;
    }
}
