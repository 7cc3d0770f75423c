package id.aglis.portal.engineio;

import jakarta.websocket.CloseReason;
import java.nio.ByteBuffer;
import org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.ReadHandler;
import org.glassfish.tyrus.spi.WebSocketEngine;
import org.glassfish.tyrus.spi.Writer;

/**
 * Looks at the lengths of frames before Tyrus does. Tyrus 2.1.5 takes a length with the highest bit set for a small one, and its lower half
 * for the size of an array: fourteen bytes from anybody would exhaust the heap. Public with a public constructor for the container's sake.
 */
public final class GuardedUpgradeHandler extends TyrusHttpUpgradeHandler {

    @Override
    public void preInit(WebSocketEngine.UpgradeInfo upgrade, Writer writer, boolean authenticated) {
        int longest = Arrival.current().map(Arrival::maxPayload).orElse(Integer.MAX_VALUE);
        super.preInit(new GuardedUpgrade(upgrade, longest), writer, authenticated);
    }

    private record GuardedUpgrade(WebSocketEngine.UpgradeInfo inner, int longest) implements WebSocketEngine.UpgradeInfo {

        @Override
        public WebSocketEngine.UpgradeStatus getStatus() {
            return inner.getStatus();
        }

        @Override
        public Connection createConnection(Writer writer, Connection.CloseListener closeListener) {
            return new GuardedConnection(inner.createConnection(writer, closeListener), new FrameLengths(longest));
        }
    }

    /** Is read by one thread at a time. */
    private record GuardedConnection(Connection inner, FrameLengths lengths) implements Connection, ReadHandler {

        @Override
        public void handle(ByteBuffer data) {
            if (lengths.exceededBy(data.duplicate())) {
                data.position(data.limit());
                inner.close(new CloseReason(CloseReason.CloseCodes.TOO_BIG, ""));
            } else {
                inner.getReadHandler().handle(data);
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
}
