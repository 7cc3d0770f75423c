package id.aglis.portal.engineio;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;

/** A request whose upgrade to a WebSocket of Tyrus gets a {@link GuardedUpgradeHandler guard}. */
final class GuardedRequest extends HttpServletRequestWrapper {

    /** By its name, since other containers do not have it. */
    private static final String UNGUARDED = "org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler";

    GuardedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
        return type.getName().equals(UNGUARDED) ? type.cast(super.upgrade(GuardedUpgradeHandler.class)) : super.upgrade(type);
    }

    /** Tyrus asks for it at every handshake and nobody uses it: a name service should not be asked, and cannot be slow that way. */
    @Override
    public String getLocalName() {
        return getLocalAddr();
    }
}
