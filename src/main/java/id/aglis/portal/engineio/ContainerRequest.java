package id.aglis.portal.engineio;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import org.glassfish.grizzly.http.server.Request;

/**
 * The request that Payara has behind the servlet API, and Grizzly's behind that; both only while the request is served, since they are
 * used again. The way leads through public methods, but of classes that applications cannot name, and two fields.
 */
final class ContainerRequest {

    private static final Logger LOGGER = System.getLogger(ContainerRequest.class.getName());
    private static final ClassValue<Optional<Way>> WAYS = new ClassValue<>() {
        @Override
        protected Optional<Way> computeValue(Class<?> facade) {
            return way(facade);
        }
    };

    private final Object payaras;
    private final Request grizzlys;
    private final Way way;

    private ContainerRequest(Object payaras, Way way) {
        this.payaras = payaras;
        this.grizzlys = (Request) call(way.grizzlys, payaras);
        this.way = way;
    }

    /** Empty in a container other than the one we know. */
    static Optional<ContainerRequest> of(ServletRequest request) {
        ServletRequest facade = unwrap(request);
        return WAYS.get(facade.getClass()).map(way -> new ContainerRequest(call(way.payaras, facade), way));
    }

    /** The connection a request came on; empty in a container other than the one we know. */
    static Optional<TcpConnection> connection(ServletRequest request) {
        return of(request).flatMap(TcpConnection::of);
    }

    Request grizzlys() {
        return grizzlys;
    }

    /**
     * To be called before a request turns into a WebSocket. Payara marks the end of an asynchronous request's service after it has made
     * the request ready for use again, if it was answered by then. The next service seems over to Payara before it has begun, and a
     * WebSocket that ends during its handshake has its request used for another client while the handshake still holds it.
     */
    void beginService() {
        try {
            way.afterService.setBoolean(payaras, false);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The container does not let a request begin.", e);
        }
    }

    /**
     * Hands the connection over, as {@link jakarta.servlet.http.HttpServletRequest#upgrade} does, but to an object of ours. The container
     * would make one a CDI object: at every handshake it would look through its class again, for a sixth of the time, and keep the result.
     */
    <T extends HttpUpgradeHandler> T upgrade(T handler) {
        try {
            way.setUpgrade.invoke(payaras, true);
            way.heir.set(payaras, handler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The container does not hand a connection over.", e);
        }
        grizzlys.getResponse().suspend();
        return handler;
    }

    /** What has taken the connection over. */
    HttpUpgradeHandler upgradeHandler() {
        return (HttpUpgradeHandler) call(way.upgradeHandler, payaras);
    }

    private static ServletRequest unwrap(ServletRequest request) {
        return request instanceof ServletRequestWrapper wrapper ? unwrap(wrapper.getRequest()) : request;
    }

    private static Optional<Way> way(Class<?> facade) {
        try {
            Method payaras = method(facade, "getUnwrappedCoyoteRequest");
            Class<?> type = payaras.getReturnType();
            return Optional.of(new Way(payaras, method(type, "getCoyoteRequest"), method(type, "getHttpUpgradeHandler"),
                    method(type, "setUpgrade", boolean.class), GrizzlyRemains.field(type, "httpUpgradeHandler"),
                    GrizzlyRemains.field(type, "afterService")));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "This container is not the one we know; WebSockets will be slower and take more memory.", e);
            return Optional.empty();
        }
    }

    /** A public one, but the virtual machine would look at every call for who calls. */
    private static Method method(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        Method method = type.getMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    private static Object call(Method method, Object target) {
        try {
            return method.invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The container does not give " + method.getName() + " of a request.", e);
        }
    }

    private record Way(Method payaras, Method grizzlys, Method upgradeHandler, Method setUpgrade, Field heir, Field afterService) {
    }
}
