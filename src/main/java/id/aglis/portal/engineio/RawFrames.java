package id.aglis.portal.engineio;

import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.glassfish.tyrus.core.TyrusRemoteEndpoint;
import org.glassfish.tyrus.core.TyrusWebSocket;

/**
 * The way past the JSR-356 API for ready WebSocket frames: that API encodes and frames a message again for every session, which is ten
 * times slower. Tyrus has the entry but no accessor to it, hence a reflective access to a field.
 */
final class RawFrames {

    private static final Logger LOGGER = System.getLogger(RawFrames.class.getName());
    private static final Optional<Field> WEB_SOCKET = field(TyrusRemoteEndpoint.class, "webSocket");

    private final TyrusWebSocket socket;

    private RawFrames(TyrusWebSocket socket) {
        this.socket = socket;
    }

    /** Empty where the provider is not the Tyrus we know. */
    static Optional<RawFrames> of(Session session) {
        try {
            return session.getBasicRemote() instanceof TyrusRemoteEndpoint remote && WEB_SOCKET.isPresent()
                    ? Optional.of(new RawFrames((TyrusWebSocket) WEB_SOCKET.get().get(remote)))
                    : Optional.empty();
        } catch (IllegalAccessException | LinkageError e) {
            LOGGER.log(Level.WARNING, "Ready frames cannot be sent; each message is encoded per session.", e);
            return Optional.empty();
        }
    }

    /** Completes when the container has taken the bytes, which are whole frames and not to be modified. */
    CompletableFuture<?> send(byte[] frames) {
        return (CompletableFuture<?>) socket.sendRawFrame(ByteBuffer.wrap(frames));
    }

    private static Optional<Field> field(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return Optional.of(field);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "This Tyrus is not the one we know; it will be slower. missing=" + name, e);
            return Optional.empty();
        }
    }
}
