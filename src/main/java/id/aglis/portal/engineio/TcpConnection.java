package id.aglis.portal.engineio;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * The connection that a request came on, for cutting it. Whatever Servlet and WebSocket can close waits behind what the client has not
 * read, for as long as TCP is patient; a client that stopped reading would keep its descriptor and its buffers. Payara's request leads
 * to the connection by public methods, of classes that applications cannot name.
 */
final class TcpConnection {

    private static final Logger LOGGER = System.getLogger(TcpConnection.class.getName());
    private static final List<Step> WAY = List.of(new Step("getUnwrappedCoyoteRequest"), new Step("getCoyoteRequest"),
            new Step("getContext"), new Step("getConnection"));
    private static final Step CUT = new Step("terminateSilently");

    private final Object connection;

    private TcpConnection(Object connection) {
        this.connection = connection;
    }

    /** To be called while the request is served, since the container uses its objects again. Empty where that is not Payara. */
    static Optional<TcpConnection> of(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        try {
            Object at = inner;
            for (Step step : WAY) {
                at = step.from(at);
            }
            return Optional.of(new TcpConnection(at));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOGGER.log(Level.DEBUG, "This container does not show its connections; those of clients that stop reading will linger.", e);
            return Optional.empty();
        }
    }

    /** Lets go of the client, whatever it has not read. Does nothing when the connection has ended. */
    void cut() {
        try {
            CUT.from(connection);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOGGER.log(Level.DEBUG, "A connection could not be cut.", e);
        }
    }

    /** A call of a public method without arguments, looked up once per class. */
    private static final class Step extends ClassValue<Optional<Method>> {

        private final String name;

        private Step(String name) {
            this.name = name;
        }

        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            try {
                return Optional.of(type.getMethod(name));
            } catch (NoSuchMethodException | RuntimeException e) {
                return Optional.empty();
            }
        }

        private Object from(Object target) throws ReflectiveOperationException {
            return get(target.getClass()).orElseThrow(() -> new NoSuchMethodException(name)).invoke(target);
        }
    }
}
