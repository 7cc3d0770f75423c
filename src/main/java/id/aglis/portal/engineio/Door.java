package id.aglis.portal.engineio;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;

/** Where requests become sessions, or find theirs; what polling and WebSocket have in common. */
final class Door {

    /** The code is that of every handshake that the server does not want. */
    private static final Answer AWAY = new Answer(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "application/json",
            "{\"code\":4,\"message\":\"Forbidden\"}");

    private final Engine engine;
    private final Relay relay;
    private final RequestCheck check;
    private final Departure departure;

    Door(Engine engine, Relay relay, Departure departure) {
        this.engine = engine;
        this.relay = relay;
        this.departure = departure;
        this.check = new RequestCheck(engine, relay);
    }

    Engine engine() {
        return engine;
    }

    /** The answer to a bad request; empty when it is good. */
    Optional<Answer> refusal(RequestHead request, ClientView view) {
        return check.check(request, view).map(EngineError::answer).or(() -> away(request));
    }

    /** What makes a proxy ask another instance. */
    private Optional<Answer> away(RequestHead request) {
        return departure.hasBegun() && request.parameter("sid").isEmpty() ? Optional.of(AWAY) : Optional.empty();
    }

    ClientView view(RequestHead request) {
        return new ClientView(request, engine.config().origins());
    }

    Session open(HandshakeRequest request, Transport transport, Link link) {
        String id = SessionId.create(engine.config().owner(), engine.config().secret()).toString();
        Session session = new Session(engine, id, request, transport);
        engine.sessions().add(session);
        session.open(link);
        departure.opened(session);
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
