package id.aglis.portal.engineio;

import java.util.Optional;

/** What is wrong with a request, in the order in which the reference server looks. */
final class RequestCheck {

    private final Engine engine;
    private final Relay relay;
    private final Allowance handshakes;

    RequestCheck(Engine engine, Relay relay) {
        this.engine = engine;
        this.relay = relay;
        this.handshakes = new Allowance(engine.config().limits().handshakesPerSecond(), 2, engine.now());
    }

    static boolean isUpgrade(RequestHead request) {
        return request.header("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    }

    Optional<EngineError> check(RequestHead request, ClientView view) {
        String transport = request.parameter("transport").orElse("");
        if (!transport.equals("polling") && !transport.equals("websocket")) {
            return Optional.of(EngineError.UNKNOWN_TRANSPORT);
        }
        if (hasInvalidOrigin(request)) {
            return Optional.of(EngineError.BAD_REQUEST);
        }
        boolean fits = isUpgrade(request) == transport.equals("websocket");
        Optional<String> sid = request.parameter("sid");
        return sid.isEmpty() ? checkHandshake(request, view, fits) : checkSession(sid.get(), request, view, fits);
    }

    /** A poll of an unknown session is left to the caller, who may still have a last word for it. */
    private Optional<EngineError> checkSession(String sid, RequestHead request, ClientView view, boolean fits) {
        if (engine.sessions().find(sid).isEmpty() && relay.ownerOf(sid).isEmpty()) {
            return request.method().equals("GET") ? Optional.empty() : Optional.of(EngineError.UNKNOWN_SID);
        }
        if (!fits) {
            return Optional.of(EngineError.BAD_REQUEST);
        }
        return view.isOriginAllowed() ? Optional.empty() : Optional.of(EngineError.FORBIDDEN);
    }

    private Optional<EngineError> checkHandshake(RequestHead request, ClientView view, boolean fits) {
        if (!request.method().equals("GET")) {
            return Optional.of(EngineError.BAD_HANDSHAKE_METHOD);
        }
        if (!fits) {
            return Optional.of(EngineError.BAD_REQUEST);
        }
        if (!view.isOriginAllowed() || !hasRoom(view.address())) {
            return Optional.of(EngineError.FORBIDDEN);
        }
        return request.parameter("EIO").filter("4"::equals).isPresent() ? Optional.empty() : Optional.of(EngineError.UNSUPPORTED_PROTOCOL_VERSION);
    }

    private boolean hasRoom(String address) {
        Limits limits = engine.config().limits();
        return engine.sessions().count() < limits.sessions() && engine.sessions().count(address) < limits.sessionsPerAddress()
                && handshakes.use(1, engine.now());
    }

    private static boolean hasInvalidOrigin(RequestHead request) {
        return request.header("Origin").filter(origin -> origin.chars().anyMatch(c -> c < ' ' && c != '\t' || c > 255 || c == 127)).isPresent();
    }
}
