package id.aglis.portal.engineio;

import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.ReadHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * Stands between the bytes of a client and Tyrus: refuses frames that are too long, and once a close frame has gone out drops what comes
 * until the client closes as well. Is read by one thread at a time.
 */
final class GuardedConnection implements Connection, ReadHandler {

    private static final Logger LOGGER = System.getLogger(GuardedConnection.class.getName());

    private final Connection inner;
    private final Writer writer;
    private final IncomingFrames frames;
    private final ClosingHandshake closing;
    private final Runnable atRest;
    private long dropped;

    /** @param atRest called when Tyrus has read all that it was given */
    GuardedConnection(Connection inner, Writer writer, IncomingFrames frames, ClosingHandshake closing, Runnable atRest) {
        this.inner = inner;
        this.writer = writer;
        this.frames = frames;
        this.closing = closing;
        this.atRest = atRest;
        closing.atEnd(this::end);
    }

    @Override
    public void handle(ByteBuffer data) {
        frames.follow(data.duplicate());
        if (frames.isClosed()) {
            closing.heard();
        }
        if (closing.isBegun()) {
            drop(data);
        } else if (frames.isTooLong()) {
            drop(data);
            inner.close(new CloseReason(CloseReason.CloseCodes.TOO_BIG, ""));
        } else {
            inner.getReadHandler().handle(data);
            atRest.run();
        }
    }

    private void drop(ByteBuffer data) {
        dropped += data.remaining();
        data.position(data.limit());
        if (frames.isClosed()) {
            closing.end();
        } else {
            closing.dropped(dropped);
        }
    }

    /** Tyrus has not heard of an end that did not come from it; one that did it has left to us. */
    private void end() {
        inner.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
        try {
            writer.close();
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "A WebSocket was closed already.", e);
        }
    }

    @Override
    public ReadHandler getReadHandler() {
        return this;
    }

    @Override
    public Writer getWriter() {
        return inner.getWriter();
    }

    @Override
    public CloseListener getCloseListener() {
        return inner.getCloseListener();
    }

    @Override
    public void close(CloseReason reason) {
        inner.close(reason);
    }
}
