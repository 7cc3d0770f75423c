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

    /** How long after its end a connection may still be there, in milliseconds: time for the client to read the close frame and answer it. */
    private static final long GRACE = 3_000;

    private final Session session;
    private final TcpConnection connection;
    private final boolean readyFrames;
    private final TimerWheel wheel;
    /** A client that cannot take binary frames; such are rare, and not worth ready frames of their own. */
    private final boolean textOnly;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param readyFrames whether to write past the JSR-356 API where that is possible */
    SocketLink(Session session, Optional<TcpConnection> connection, boolean readyFrames, TimerWheel wheel) {
        this.session = session;
        this.connection = connection.orElse(null);
        this.textOnly = session.getRequestParameterMap().containsKey("b64");
        this.readyFrames = readyFrames && !textOnly && connection.filter(TcpConnection::isPlain).isPresent();
        this.wheel = wheel;
    }

    @Override
    public boolean write(Batch batch, Runnable later) {
        try {
            return readyFrames ? connection.write(batch.frames(), later) : new StandardFrames(session.getAsyncRemote(), batch, textOnly, later).send();
        } catch (RuntimeException e) {
            // Tyrus throws no less general one for a socket that has just closed; its endpoint is told so, and the session ends there.
            LOGGER.log(Level.DEBUG, "A WebSocket was closed before it could be written to.", e);
            return true;
        }
    }

    /** Says so and waits for the client to agree: bytes that nobody has read when a connection is closed take along what it was to be told. */
    @Override
    public void end(LinkEnd end) {
        if (ended.getAndSet(true)) {
            return;
        }
        if (readyFrames) {
            connection.write(end.closeFrame(), () -> { });
        } else {
            close(end);
        }
        wheel.after(GRACE, () -> letGo(end));
    }

    /** Tyrus, too: it has not heard of the end if the client did not answer. */
    private void letGo(LinkEnd end) {
        if (connection != null) {
            connection.cut();
        }
        close(end);
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
