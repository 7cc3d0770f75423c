package id.aglis.portal.socketio;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** Who is in the namespace, and in which of its rooms, on this instance. A socket is always in the room named like its id; others may join that one too. */
final class Rooms {

    private static final Socket[] NOBODY = {};

    private final ConcurrentMap<String, Socket> sockets = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Room> rooms = new ConcurrentHashMap<>();
    private final Room everybody = new Room();

    void enter(Socket socket) {
        sockets.put(socket.id(), socket);
        everybody.add(socket);
    }

    void exit(Socket socket) {
        sockets.remove(socket.id(), socket);
        everybody.remove(socket);
    }

    void join(Socket socket, String name) {
        rooms.compute(name, (key, room) -> {
            Room joined = room == null ? new Room() : room;
            joined.add(socket);
            return joined;
        });
    }

    void leave(Socket socket, String name) {
        rooms.computeIfPresent(name, (key, room) -> room.remove(socket) ? null : room);
    }

    Optional<Socket> find(String id) {
        return Optional.ofNullable(sockets.get(id));
    }

    Socket[] everybody() {
        return everybody.list();
    }

    int count() {
        return rooms.size();
    }

    /** Goes through the selected sockets, each once. */
    void select(Selection selection, Consumer<Socket> action) {
        Set<Socket> excluded = members(selection.except());
        if (selection.rooms().size() > 1) {
            members(selection.rooms()).forEach(socket -> visit(socket, excluded, action));
            return;
        }
        for (Socket socket : selection.rooms().isEmpty() ? everybody() : room(selection.rooms().iterator().next())) {
            visit(socket, excluded, action);
        }
    }

    private static void visit(Socket socket, Set<Socket> excluded, Consumer<Socket> action) {
        if (!excluded.contains(socket)) {
            action.accept(socket);
        }
    }

    private Set<Socket> members(Set<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        Set<Socket> members = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String name : names) {
            Collections.addAll(members, room(name));
        }
        return members;
    }

    private Socket[] room(String name) {
        Room room = rooms.get(name);
        Socket own = sockets.get(name);
        if (own == null) {
            return room == null ? NOBODY : room.list();
        }
        return room == null ? new Socket[] {own} : with(own, room.list());
    }

    private static Socket[] with(Socket own, Socket... guests) {
        Socket[] all = Arrays.copyOf(guests, guests.length + 1);
        all[guests.length] = own;
        return all;
    }
}
