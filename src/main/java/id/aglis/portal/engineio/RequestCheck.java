package id.aglis.portal.engineio;

import jakarta.servlet.http.HttpServletRequest;
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

    static boolean isUpgrade(HttpServletRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    Optional<EngineError> check(HttpServletRequest request, ClientView view) {
        String transport = request.getParameter("transport");
        if (!"polling".equals(transport) && !"websocket".equals(transport)) {
            return Optional.of(EngineError.UNKNOWN_TRANSPORT);
        }
        if (hasInvalidOrigin(request)) {
            return Optional.of(EngineError.BAD_REQUEST);
        }
        boolean fits = isUpgrade(request) == "websocket".equals(transport);
        return request.getParameter("sid") == null ? checkHandshake(request, view, fits) : checkSession(request, view, fits);
    }

    /** A poll of an unknown session is left to the caller, who may still have a last word for it. */
    private Optional<EngineError> checkSession(HttpServletRequest request, ClientView view, boolean fits) {
        String sid = request.getParameter("sid");
        if (engine.sessions().find(sid).isEmpty() && relay.ownerOf(sid).isEmpty()) {
            return "GET".equals(request.getMethod()) ? Optional.empty() : Optional.of(EngineError.UNKNOWN_SID);
        }
        if (!fits) {
            return Optional.of(EngineError.BAD_REQUEST);
        }
        return view.isOriginAllowed() ? Optional.empty() : Optional.of(EngineError.FORBIDDEN);
    }

    private Optional<EngineError> checkHandshake(HttpServletRequest request, ClientView view, boolean fits) {
        if (!"GET".equals(request.getMethod())) {
            return Optional.of(EngineError.BAD_HANDSHAKE_METHOD);
        }
        if (!fits) {
            return Optional.of(EngineError.BAD_REQUEST);
        }
        if (!view.isOriginAllowed() || !hasRoom(view.address())) {
            return Optional.of(EngineError.FORBIDDEN);
        }
        return "4".equals(request.getParameter("EIO")) ? Optional.empty() : Optional.of(EngineError.UNSUPPORTED_PROTOCOL_VERSION);
    }

    private boolean hasRoom(String address) {
        Limits limits = engine.config().limits();
        return engine.sessions().count() < limits.sessions() && engine.sessions().count(address) < limits.sessionsPerAddress()
                && handshakes.use(1, engine.now());
    }

    private static boolean hasInvalidOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && origin.chars().anyMatch(c -> c < ' ' && c != '\t' || c > 255 || c == 127);
    }
}
