package id.aglis.portal.engineio;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The WebSocket side. Public with a public constructor for the container's sake. */
public final class WebSocketEndpoint extends Endpoint {

    private static final Logger LOGGER = System.getLogger(WebSocketEndpoint.class.getName());

    private volatile Incoming session;
    private volatile SocketLink link;

    static ServerEndpointConfig at(String path) {
        return ServerEndpointConfig.Builder.create(WebSocketEndpoint.class, path).configurator(new Configurator()).build();
    }

    @Override
    public void onOpen(jakarta.websocket.Session socket, EndpointConfig config) {
        Arrival arrival = Arrival.leave(socket.getUserProperties());
        SocketLink opened = arrival.link(socket);
        Optional<Incoming> found = arrival.session(opened);
        if (found.isPresent()) {
            listen(socket, found.get(), opened, arrival.maxPayload());
            arrival.deliverTo(found.get(), opened);
        } else {
            opened.end(LinkEnd.UNKNOWN_SESSION);
        }
        arrival.complete();
    }

    @Override
    public void onClose(jakarta.websocket.Session socket, CloseReason reason) {
        SocketLink left = link;
        if (left != null) {
            left.leave();
        }
        lose(id.aglis.portal.engineio.CloseReason.TRANSPORT_CLOSE);
    }

    @Override
    public void onError(jakarta.websocket.Session socket, Throwable failure) {
        LOGGER.log(Level.DEBUG, "A WebSocket broke.", failure);
        lose(id.aglis.portal.engineio.CloseReason.TRANSPORT_ERROR);
    }

    private void listen(jakarta.websocket.Session socket, Incoming found, SocketLink opened, int maxPayload) {
        session = found;
        link = opened;
        socket.setMaxTextMessageBufferSize(maxPayload);
        socket.setMaxBinaryMessageBufferSize(maxPayload);
        socket.addMessageHandler(String.class, (MessageHandler.Whole<String>) frame -> {
            if (isTooLarge(frame, maxPayload)) {
                refuse();
            } else {
                found.frame(opened, frame);
            }
        });
        socket.addMessageHandler(byte[].class, (MessageHandler.Whole<byte[]>) frame -> {
            if (frame.length > maxPayload) {
                refuse();
            } else {
                found.frame(opened, frame);
            }
        });
    }

    /** Tyrus looks at the size of a message only when it comes in several frames. */
    private static boolean isTooLarge(String frame, int bytes) {
        return frame.length() > bytes / 3 && frame.getBytes(StandardCharsets.UTF_8).length > bytes;
    }

    private void refuse() {
        link.end(LinkEnd.TOO_LARGE);
        lose(id.aglis.portal.engineio.CloseReason.TRANSPORT_ERROR);
    }

    private void lose(id.aglis.portal.engineio.CloseReason reason) {
        Incoming lost = session;
        if (lost != null) {
            lost.lost(link, reason);
        }
    }

    private static final class Configurator extends ServerEndpointConfig.Configurator {

        /** Asked of the container it would be a CDI object: at every handshake classes are looked through again, and the result kept. */
        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(new WebSocketEndpoint());
        }

        @Override
        public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
            Arrival.enter(config.getUserProperties());
        }

        @Override
        public boolean checkOrigin(String origin) {
            return true;
        }
    }
}
