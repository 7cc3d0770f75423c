package id.aglis.portal.engineio;

import jakarta.servlet.http.WebConnection;
import org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.glassfish.tyrus.spi.Writer;

/**
 * What a connection is handed to when it becomes a WebSocket: Tyrus, with a {@link GuardedConnection guard} before it. Tyrus 2.1.5 takes
 * a length with the highest bit set for a small one, and its lower half for the size of an array: fourteen bytes from anybody would
 * exhaust the heap. Public with a public constructor for the container's sake.
 */
public final class GuardedUpgradeHandler extends TyrusHttpUpgradeHandler {

    private ClosingHandshake closing;
    private volatile Thread opener;
    private boolean early;

    @Override
    public void preInit(WebSocketEngine.UpgradeInfo upgrade, Writer writer, boolean authenticated) {
        Arrival arrival = Arrival.current().orElseThrow();
        closing = arrival.closing(writer);
        IncomingFrames frames = new IncomingFrames(arrival.maxPayload());
        super.preInit(new GuardedUpgrade(upgrade, frames, closing, arrival.intake(frames)), new GuardedWriter(writer, closing), authenticated);
    }

    /** A client need not wait for our answer. Bytes that are there already the container hands to Tyrus before Tyrus is ready for them. */
    @Override
    public void init(WebConnection connection) {
        opener = Thread.currentThread();
        super.init(connection);
        opener = null;
        if (early) {
            super.onDataAvailable();
        }
    }

    /** On the thread that opens the WebSocket Tyrus would wait for that same thread, and keep it for good. */
    @Override
    public void onDataAvailable() {
        if (Thread.currentThread() == opener) {
            early = true;
        } else {
            super.onDataAvailable();
        }
    }

    @Override
    public void onAllDataRead() {
        closing.heard();
        super.onAllDataRead();
    }

    @Override
    public void onError(Throwable failure) {
        closing.heard();
        super.onError(failure);
    }

    @Override
    public void destroy() {
        closing.heard();
        super.destroy();
    }

    private record GuardedUpgrade(WebSocketEngine.UpgradeInfo inner, IncomingFrames frames, ClosingHandshake closing, FrameIntake intake)
            implements WebSocketEngine.UpgradeInfo {

        @Override
        public WebSocketEngine.UpgradeStatus getStatus() {
            return inner.getStatus();
        }

        @Override
        public Connection createConnection(Writer writer, Connection.CloseListener listener) {
            return new GuardedConnection(inner.createConnection(writer, listener), writer, frames, closing, intake::open);
        }
    }
}
