package id.aglis.portal.engineio;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;

/** Where requests become sessions, or find theirs; what polling and WebSocket have in common. */
final class Door {

    private final Engine engine;
    private final Relay relay;
    private final RequestCheck check;
    private final String owner;

    Door(Engine engine, Relay relay, String owner) {
        this.engine = engine;
        this.relay = relay;
        this.owner = owner;
        this.check = new RequestCheck(engine, relay);
    }

    Engine engine() {
        return engine;
    }

    /** Answers a bad request; true when it is good. */
    boolean admits(HttpServletRequest request, HttpServletResponse response, ClientView view) {
        Optional<EngineError> error = check.check(request, view);
        error.ifPresent(found -> found.answer().give(response));
        return error.isEmpty();
    }

    ClientView view(HttpServletRequest request) {
        return new ClientView(request, engine.config().origins());
    }

    Session open(HandshakeRequest request, Transport transport, Link link) {
        String id = SessionId.create(owner, engine.config().secret()).toString();
        Session session = new Session(engine, id, request, transport);
        engine.sessions().add(session);
        session.open(link);
        return session;
    }

    HandshakeRequest handshake(ClientView view) {
        return view.handshake(InstantSource.system());
    }

    Optional<Session> find(String id) {
        return engine.sessions().find(id);
    }

    /** The other instance that owns the session of that id. */
    Optional<String> ownerOf(String sid) {
        return relay.ownerOf(sid);
    }

    /** For what belongs to sessions of other instances. */
    RelayHost host() {
        return relay.host();
    }
}
