package id.aglis.portal.engineio;

import java.util.Optional;
import java.util.Set;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.DataChunk;

/**
 * Serves the requests of this protocol as soon as Grizzly has parsed them. The way through servlet container and servlet API and back takes
 * more than half of the processor time of a poll, and a client that polls sends two requests for every message.
 *
 * <p>Whoever has come the long way once with a request of this protocol is expected to send more of them on the same connection, as a browser
 * does, and a proxy that keeps connections: from then on this filter stands between Grizzly's HTTP filter and the rest, for that
 * connection only. Requests that are not complete at once, and all that are for somebody else, go on to the rest as if it was not there.
 * A connection that becomes a WebSocket is given back.
 */
final class DirectPolling extends BaseFilter {

    private static final Set<String> METHODS = Set.of("GET", "POST");

    private final Polling polling;
    private final Cors cors;
    private final Set<String> paths;
    private final boolean wanted;
    private final ExtraFilter filter = ExtraFilter.behindHttp(this);

    /** @param path of the server, from the root of the host on, without a trailing slash */
    DirectPolling(Polling polling, String path) {
        this.polling = polling;
        this.paths = Set.of(path, path + "/");
        EngineConfig config = polling.engine().config();
        this.cors = new Cors(config.origins());
        this.wanted = config.direct();
    }

    /**
     * From the next request on this is where requests come by on the connection of that one, where that can be. Not while a body is still
     * coming in: bytes that could not be read yet are kept by the chain that got them.
     */
    void expectMore(ContainerRequest request) {
        Request grizzlys = request.grizzlys();
        Connection<?> connection = grizzlys.getContext().getConnection();
        if (wanted && !grizzlys.isSecure() && !grizzlys.getRequest().isExpectContent() && DirectConnection.at(connection).isEmpty()
                && connection.getProcessor() instanceof FilterChain chain) {
            TcpConnection.of(request).ifPresent(tcp -> {
                DirectConnection.take(connection, tcp, chain);
                filter.join(connection);
            });
        }
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        Optional<DirectConnection> connection = DirectConnection.at(context.getConnection());
        if (connection.isEmpty() || !(context.getMessage() instanceof HttpContent content)
                || !(content.getHttpHeader() instanceof HttpRequestPacket request)) {
            return context.getInvokeAction();
        }
        return handle(context, connection.get(), request, content);
    }

    private NextAction handle(FilterChainContext context, DirectConnection connection, HttpRequestPacket request, HttpContent content) {
        if (connection.hasPassedOn(request, content.isLast())) {
            return context.getInvokeAction();
        }
        if (connection.isWaiting()) {
            // HTTP allows it, this protocol does not: see ServletLink.
            connection.cut();
            return context.getStopAction();
        }
        if (!isComplete(request, content) || !isOurs(request)) {
            connection.passOn(request, content.isLast());
            return context.getInvokeAction();
        }
        polling.serve(new DirectExchange(connection, request, content, cors));
        return context.getStopAction();
    }

    private static boolean isComplete(HttpRequestPacket request, HttpContent content) {
        return content.isLast() && request.getProcessingState().isKeepAlive() && !request.isUpgrade()
                && content.getContent().remaining() == Math.max(0, request.getContentLength());
    }

    /** A path or a query that would have to be decoded is not one that clients send; it goes the long way. */
    private boolean isOurs(HttpRequestPacket request) {
        DataChunk query = request.getQueryStringDC();
        return METHODS.contains(request.getMethod().getMethodString()) && paths.contains(request.getRequestURI())
                && query.indexOf('%', 0) < 0 && query.indexOf('+', 0) < 0;
    }
}
