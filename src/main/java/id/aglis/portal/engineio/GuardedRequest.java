package id.aglis.portal.engineio;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import java.util.Optional;

/** A request whose upgrade to a WebSocket of Tyrus gets a {@link GuardedUpgradeHandler guard}. */
final class GuardedRequest extends HttpServletRequestWrapper {

    /** By its name, since other containers do not have it. */
    private static final String UNGUARDED = "org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler";

    private final Optional<ContainerRequest> container;

    GuardedRequest(HttpServletRequest request, Optional<ContainerRequest> container) {
        super(request);
        this.container = container;
    }

    @Override
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
        return type.getName().equals(UNGUARDED) ? type.cast(upgradeGuarded()) : super.upgrade(type);
    }

    private GuardedUpgradeHandler upgradeGuarded() throws IOException, ServletException {
        return container.isPresent() ? container.get().upgrade(new GuardedUpgradeHandler()) : super.upgrade(GuardedUpgradeHandler.class);
    }

    /** Tyrus asks for it at every handshake and nobody uses it: a name service should not be asked, and cannot be slow that way. */
    @Override
    public String getLocalName() {
        return getLocalAddr();
    }
}
