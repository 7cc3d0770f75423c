package id.aglis.portal.engineio;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A WebSocket of this instance. */
final class SocketLink implements Link {

    private static final Logger LOGGER = System.getLogger(SocketLink.class.getName());

    private final Session session;
    /** Where ready frames go; null when they are to go through the JSR-356 API. */
    private final TcpConnection connection;
    private final ClosingHandshake closing;
    /** A client that cannot take binary frames; such are rare, and not worth ready frames of their own. */
    private final boolean textOnly;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param connection where frames may be written past the JSR-356 API, if that is wanted */
    SocketLink(Session session, Optional<TcpConnection> connection, ClosingHandshake closing) {
        this.session = session;
        this.closing = closing;
        this.textOnly = session.getRequestParameterMap().containsKey("b64");
        this.connection = connection.filter(tcp -> tcp.isPlain() && !textOnly).orElse(null);
    }

    @Override
    public boolean write(Batch batch, Runnable later) {
        return connection == null ? writeStandard(batch, later) : closing.write(() -> connection.write(batch.frames(), later), true);
    }

    private boolean writeStandard(Batch batch, Runnable later) {
        try {
            return new StandardFrames(session.getAsyncRemote(), batch, textOnly, later).send();
        } catch (RuntimeException e) {
            // Tyrus throws no less general one for a socket that has just closed; its endpoint is told so, and the session ends there.
            LOGGER.log(Level.DEBUG, "A WebSocket was closed before it could be written to.", e);
            return true;
        }
    }

    @Override
    public void end(LinkEnd end) {
        if (ended.getAndSet(true)) {
            return;
        }
        if (connection == null) {
            close(end);
        } else {
            closing.begin(() -> connection.write(end.closeFrame(), () -> { }));
        }
    }

    /** The container closes the WebSocket, and writes why: because the client did, or in what way it broke the rules. */
    void leave() {
        ended.set(true);
    }

    private void close(LinkEnd end) {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(end.closeCode()), ""));
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.DEBUG, "A WebSocket was closed already.", e);
        }
    }

    @Override
    public boolean isOneShot() {
        return false;
    }
}
