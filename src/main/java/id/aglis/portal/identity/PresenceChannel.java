package id.aglis.portal.identity;

import id.aglis.portal.Refusal;
import id.aglis.portal.realtime.Broadcaster;
import id.aglis.portal.realtime.Channel;
import id.aglis.portal.realtime.EventName;
import id.aglis.portal.realtime.Presence;
import id.aglis.portal.realtime.PresenceChanged;
import id.aglis.portal.realtime.Room;
import id.aglis.portal.socketio.Ack;
import id.aglis.portal.socketio.Namespace;
import id.aglis.portal.socketio.Socket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Tells those who may read users who of them comes and goes, and on demand ({@code presence}, answered with {@code {ok, users: [ids]}}) who
 * is there.
 */
@ApplicationScoped
public class PresenceChannel implements Channel, RoomGuard {

    /** All who may know. */
    private static final Room OBSERVERS = new Room("presence_users");

    @Inject
    private Presence presence;
    @Inject
    private Broadcaster broadcaster;

    @Override
    public void open(Namespace namespace) {
        namespace.onConnection(this::opened);
    }

    @Override
    public boolean guards(Room room) {
        return room.equals(OBSERVERS);
    }

    @Override
    public boolean mayJoin(Room room, Caller caller) {
        return caller.may(Permission.USERS_VIEW);
    }

    void tell(@Observes PresenceChanged event) {
        broadcaster.to(OBSERVERS).emit(event.present() ? EventName.USER_CONNECTED : EventName.USER_DISCONNECTED,
                Map.of("userId", event.userId()));
    }

    private void opened(Socket socket) {
        Caller caller = SocketCallers.of(socket);
        if (mayJoin(OBSERVERS, caller)) {
            socket.join(OBSERVERS.name());
        }
        socket.on("presence", RefusalAcks.around((arguments, ack) -> answer(socket, ack)));
        presence.count(socket, caller.id());
    }

    private void answer(Socket socket, Ack ack) {
        if (!mayJoin(OBSERVERS, SocketCallers.of(socket))) {
            throw Refusal.forbidden("This is not open to you.");
        }
        ack.send(Map.of("ok", true, "users", presence.users()));
    }
}
