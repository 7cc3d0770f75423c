package id.aglis.portal.engineio;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Optional;
import org.glassfish.grizzly.http.server.Request;

/**
 * The request that Payara has behind the servlet API, and Grizzly's behind that; both only while the request is served, since they are
 * used again. The way leads through public methods, but of classes that applications cannot name.
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
    private final Way way;

    private ContainerRequest(Object payaras, Way way) {
        this.payaras = payaras;
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
        return (Request) call(way.grizzlys, payaras);
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
            Method payaras = facade.getMethod("getUnwrappedCoyoteRequest");
            Class<?> type = payaras.getReturnType();
            return Optional.of(new Way(payaras, type.getMethod("getCoyoteRequest"), type.getMethod("getHttpUpgradeHandler")));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "This container is not the one we know; WebSockets will be slower and take more memory.", e);
            return Optional.empty();
        }
    }

    private static Object call(Method method, Object target) {
        try {
            return method.invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The container does not give " + method.getName() + " of a request.", e);
        }
    }

    private record Way(Method payaras, Method grizzlys, Method upgradeHandler) {
    }
}
