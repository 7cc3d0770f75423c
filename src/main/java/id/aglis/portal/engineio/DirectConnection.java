package id.aglis.portal.engineio;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContext;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpServerFilter;

/** A connection on which {@link DirectPolling} sees requests first: which of them waits for its answer, or has gone on to the container. */
final class DirectConnection implements CloseListener<Connection<?>, CloseType> {

    private static final Logger LOGGER = System.getLogger(DirectConnection.class.getName());
    /** Several applications in one server each have their own. */
    private static final Attribute<DirectConnection> ATTRIBUTE = Grizzly.DEFAULT_ATTRIBUTE_BUILDER
            .createAttribute(DirectConnection.class.getName() + System.identityHashCode(DirectConnection.class));

    private final Connection<?> connection;
    private final TcpConnection tcp;
    private final HttpServerFilter http;
    private final FilterChain untaken;
    private final AtomicReference<DirectLink> waiting = new AtomicReference<>();
    private HttpRequestPacket passedOn;

    private DirectConnection(Connection<?> connection, TcpConnection tcp, FilterChain untaken) {
        this.connection = connection;
        this.tcp = tcp;
        this.untaken = untaken;
        this.http = ExtraFilter.http(untaken);
    }

    static Optional<DirectConnection> at(Connection<?> connection) {
        return Optional.ofNullable(ATTRIBUTE.get(connection));
    }

    /** @param untaken where its bytes go when it is given back */
    static void take(Connection<?> connection, TcpConnection tcp, FilterChain untaken) {
        DirectConnection taken = new DirectConnection(connection, tcp, untaken);
        ATTRIBUTE.set(connection, taken);
        connection.addCloseListener(taken);
    }

    /** Leaves a request to the container; one that upgrades takes the connection with it. */
    void passOn(HttpRequestPacket request, boolean whole) {
        if (request.isUpgrade()) {
            ATTRIBUTE.remove(connection);
            connection.removeCloseListener(this);
            connection.setProcessor(untaken);
        } else if (!whole) {
            passedOn = request;
        }
    }

    /** Whether this is more of a request that was passed on. */
    boolean hasPassedOn(HttpRequestPacket request, boolean last) {
        boolean more = passedOn == request;
        if (more && last) {
            passedOn = null;
        }
        return more;
    }

    void await(DirectLink link) {
        waiting.set(link);
    }

    boolean isWaiting() {
        return waiting.get() != null;
    }

    boolean isOpen() {
        return connection.isOpen();
    }

    void cut() {
        tcp.cut();
    }

    /**
     * Answers the request that was served last.
     *
     * @see TcpConnection#write
     */
    boolean answer(HttpRequestPacket request, byte[] message, Runnable later) {
        waiting.set(null);
        rest(request);
        return tcp.write(message, later);
    }

    /** Tells Grizzly that the request is answered: from now on the connection may be idle for as long as it allows. */
    private void rest(HttpRequestPacket request) {
        FilterChainContext context = untaken.obtainFilterChainContext(connection);
        try {
            HttpContext answered = request.getProcessingState().getHttpContext();
            answered.attach(context);
            http.handleEvent(context, new HttpEvents.ResponseCompleteEvent());
            request.recycle();
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "A connection ended before it came to rest.", e);
        } finally {
            context.completeAndRecycle();
        }
    }

    @Override
    public void onClosed(Connection<?> closed, CloseType type) {
        DirectLink link = waiting.getAndSet(null);
        if (link != null) {
            link.hungUp();
        }
    }
}
