package id.aglis.portal.identity;

import id.aglis.portal.realtime.Room;
import id.aglis.portal.socketio.ConnectRefused;
import id.aglis.portal.socketio.Socket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is behind a socket: proved by an access token when it connects, proved again before that token ends, and never taken from its word. */
@ApplicationScoped
public class SocketCallers {

    private static final String PROOF = "proof";

    @Inject
    private Proofs proofs;
    @Inject
    @Any
    private Instance<RoomGuard> guards;
    @Inject
    private InstantSource time;

    /** Who is behind an admitted socket of the namespace {@code /}. */
    public static Caller of(Socket socket) {
        return proof(socket).map(Proof::caller).orElseThrow(() -> new IllegalStateException("This socket has not been admitted."));
    }

    /** Admits a socket whose token is good, into the rooms of its role, user and session. */
    void admit(Socket socket) throws ConnectRefused {
        Object token = socket.handshake().auth().get("token");
        Proof proof = prove(token).orElseThrow(() -> new ConnectRefused("Unauthorized", Map.of("code", "unauthorized")));
        socket.claim(Long.toString(proof.caller().id()));
        enter(socket, proof);
    }

    /** Takes a newer token of the same user; {@code false} when it is not one. */
    boolean renew(Socket socket, Object token) {
        Caller before = of(socket);
        Optional<Proof> proof = prove(token).filter(newer -> newer.caller().id() == before.id());
        proof.ifPresent(newer -> {
            socket.leave(Room.role(before.role().code()).name(), Room.session(before.sessionId()).name());
            enter(socket, newer);
            review(socket);
        });
        return proof.isPresent();
    }

    /** Takes a socket out of rooms that its caller may not be in (any more), such as those that a recovered connection brings along. */
    void review(Socket socket) {
        for (String name : Set.copyOf(socket.rooms())) {
            if (!Room.isName(name) || !isOwn(socket, new Room(name)) && !mayJoin(socket, new Room(name))) {
                socket.leave(name);
            }
        }
    }

    /** Whether the socket may be in a room that it asks for. */
    boolean mayJoin(Socket socket, Room room) {
        Caller caller = of(socket);
        for (RoomGuard guard : guards) {
            if (guard.guards(room)) {
                return guard.mayJoin(room, caller);
            }
        }
        return false;
    }

    /** Whether the room is one that the server itself has put this socket into. */
    boolean isOwn(Socket socket, Room room) {
        Caller caller = of(socket);
        return room.equals(Room.role(caller.role().code())) || room.equals(Room.user(caller.id())) || room.equals(Room.session(caller.sessionId()));
    }

    /** Whether the token behind the socket has ended without another in its place. */
    boolean hasEnded(Socket socket) {
        return proof(socket).filter(proof -> !time.instant().isBefore(proof.ends())).isPresent();
    }

    private Optional<Proof> prove(Object token) {
        return token instanceof String text ? proofs.of(text) : Optional.empty();
    }

    private static void enter(Socket socket, Proof proof) {
        Caller caller = proof.caller();
        socket.data().put(PROOF, proof);
        socket.identify(caller.id() + " " + caller.role().code());
        socket.join(Room.role(caller.role().code()).name(), Room.user(caller.id()).name(), Room.session(caller.sessionId()).name());
    }

    private static Optional<Proof> proof(Socket socket) {
        return Optional.ofNullable((Proof) socket.data().get(PROOF));
    }
}
