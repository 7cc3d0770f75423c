package id.aglis.portal.engineio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.Optional;
import org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler;

/**
 * What the container keeps of an HTTP request for as long as the WebSocket it became is open: {@link GrizzlyRemains Grizzly's part} and
 * Tyrus' copy of it, together a third of the memory of an idle connection. Nobody reads them any more, but there is no other way to let
 * go of them than through fields.
 */
final class HandshakeRemains {

    private static final Logger LOGGER = System.getLogger(HandshakeRemains.class.getName());
    private static final Optional<HandshakeRemains> KNOWN = find();

    private final Field upgradeInfo = GrizzlyRemains.field(TyrusHttpUpgradeHandler.class, "upgradeInfo");
    private final GrizzlyRemains grizzly = new GrizzlyRemains();

    private HandshakeRemains() throws ReflectiveOperationException {
    }

    /**
     * To be called on the request's own thread, after the answer was sent and before the container's filter chain returns: until then
     * the container cannot use the request again, and nobody else looks at it. Does nothing in a container other than the one we know.
     */
    static void letGo(ContainerRequest request) {
        KNOWN.ifPresent(known -> known.empty(request));
    }

    private void empty(ContainerRequest request) {
        try {
            upgradeInfo.set(request.upgradeHandler(), null);
            grizzly.empty(request.grizzlys());
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "What is left of a handshake could not be let go of.", e);
        }
    }

    private static Optional<HandshakeRemains> find() {
        try {
            return Optional.of(new HandshakeRemains());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "This container is not the one we know; an idle WebSocket will take more memory.", e);
            return Optional.empty();
        }
    }
}
