package id.aglis.portal.engineio;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.tyrus.core.TyrusSession;

/**
 * What the container keeps of an HTTP request for as long as the WebSocket it became is open: {@link GrizzlyRemains Grizzly's part} and
 * Tyrus' copy of it, together a third of the memory of an idle connection. Nobody reads them any more, but there is no other way to let
 * go of them than through fields.
 */
final class HandshakeRemains {

    private static final Logger LOGGER = System.getLogger(HandshakeRemains.class.getName());
    private static final Optional<HandshakeRemains> KNOWN = find();

    private final Class<?> facade = type("org.apache.catalina.connector.RequestFacade");
    private final Method servletRequest = facade.getMethod("getUnwrappedCoyoteRequest");
    private final Method grizzlyRequest = servletRequest.getReturnType().getMethod("getCoyoteRequest");
    private final Method upgradeHandler = servletRequest.getReturnType().getMethod("getHttpUpgradeHandler");
    private final Field upgradeInfo = GrizzlyRemains.field(type("org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler"), "upgradeInfo");
    private final GrizzlyRemains grizzly = new GrizzlyRemains();

    private HandshakeRemains() throws ReflectiveOperationException {
    }

    /**
     * To be called on the request's own thread, after the answer was sent and before the container's filter chain returns: until then
     * the container cannot use the request again, and nobody else looks at it. Does nothing in a container other than the one we know.
     */
    static void letGo(ServletRequest request) {
        ServletRequest inner = unwrap(request);
        KNOWN.filter(known -> known.facade.isInstance(inner)).ifPresent(known -> known.empty(inner));
    }

    private static ServletRequest unwrap(ServletRequest request) {
        return request instanceof ServletRequestWrapper wrapper ? unwrap(wrapper.getRequest()) : request;
    }

    private void empty(ServletRequest inner) {
        try {
            Object servlet = servletRequest.invoke(inner);
            upgradeInfo.set(upgradeHandler.invoke(servlet), null);
            grizzly.empty((Request) grizzlyRequest.invoke(servlet));
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

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, false, TyrusSession.class.getClassLoader());
    }
}
