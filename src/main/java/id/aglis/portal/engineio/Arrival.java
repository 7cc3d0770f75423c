package id.aglis.portal.engineio;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * An upgrade request on its way through the container: from the filter it travels with the thread to the handshake, and from there with
 * the WebSocket's properties to the endpoint.
 */
final class Arrival {

    private static final ThreadLocal<Arrival> CURRENT = new ThreadLocal<>();

    private final Door door;
    private final Optional<ContainerRequest> incoming;
    private final Optional<TcpConnection> connection;
    private final HandshakeRequest request;
    private final String sid;
    private ClosingHandshake closing;
    private FrameIntake intake;

    Arrival(Door door, Optional<ContainerRequest> incoming, HandshakeRequest request, String sid) {
        this.door = door;
        this.incoming = incoming;
        this.connection = incoming.flatMap(TcpConnection::of);
        this.request = request;
        this.sid = sid;
    }

    static void during(Arrival arrival, Passage passage) throws IOException, ServletException {
        CURRENT.set(arrival);
        try {
            passage.pass();
        } finally {
            CURRENT.remove();
        }
    }

    static void enter(Map<String, Object> properties) {
        current().ifPresent(arrival -> properties.put(Arrival.class.getName(), arrival));
    }

    static Optional<Arrival> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    static Arrival leave(Map<String, Object> properties) {
        return requireNonNull((Arrival) properties.remove(Arrival.class.getName()), "A WebSocket came past the filter.");
    }

    int maxPayload() {
        return door.engine().config().maxPayload();
    }

    /** How the WebSocket will end, whose frames from above go through this writer. */
    ClosingHandshake closing(Object writer) {
        closing = new ClosingHandshake(connection, door.engine().wheel(), door.engine().config().limits(), writer);
        return closing;
    }

    /** The short way in for messages of the WebSocket, beside Tyrus, which has read its frames so far. */
    FrameIntake intake(IncomingFrames frames) {
        intake = new FrameIntake(direct().filter(TcpConnection::isPlain), frames, closing, maxPayload());
        return intake;
    }

    /** Where frames are read and written past the standard API, if that is wanted. */
    private Optional<TcpConnection> direct() {
        return connection.filter(tcp -> door.engine().config().direct());
    }

    SocketLink link(jakarta.websocket.Session socket) {
        connection.ifPresent(TcpConnection::bound);
        ClosingHandshake end = closing == null ? closing(socket) : closing;
        return new SocketLink(socket, direct(), end);
    }

    /** The session of a WebSocket: a new one, or the one it wants to upgrade; empty when that ended meanwhile. */
    Optional<Incoming> session(Link link) {
        if (sid == null) {
            return Optional.of(door.open(request, Transport.WEBSOCKET, link));
        }
        Optional<Session> found = door.find(sid);
        found.ifPresent(session -> session.upgrade(link));
        return found.<Incoming>map(session -> session).or(() -> door.ownerOf(sid).map(owner -> door.host().upgrade(owner, sid, link)));
    }

    /** The messages of the WebSocket belong there. */
    void deliverTo(Incoming session, Link socket) {
        if (intake != null) {
            intake.deliverTo(session, socket);
        }
    }

    /** The WebSocket is open: nobody needs the request any more. */
    void complete() {
        incoming.ifPresent(HandshakeRemains::letGo);
    }

    /** What the container does with the request. */
    interface Passage {
        void pass() throws IOException, ServletException;
    }
}
