package id.aglis.portal.engineio;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * Holds Tyrus to the {@link ClosingHandshake}. Tyrus 2.1.5 closes the connection as soon as it has written a close frame, and answers a
 * client's close frame although that is the answer to one of ours.
 */
final class GuardedWriter extends Writer {

    private final Writer inner;
    private final ClosingHandshake closing;

    GuardedWriter(Writer inner, ClosingHandshake closing) {
        this.inner = inner;
        this.closing = closing;
    }

    @Override
    public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> handler) {
        if (!(isClose(frame) ? closing.begin(() -> inner.write(frame, handler)) : closing.write(() -> pass(frame, handler), false))) {
            handler.failed(new IOException("The WebSocket is closing."));
        }
    }

    private boolean pass(ByteBuffer frame, CompletionHandler<ByteBuffer> handler) {
        inner.write(frame, handler);
        return true;
    }

    private static boolean isClose(ByteBuffer frame) {
        return Opcode.CLOSE.begins(frame.get(frame.position()));
    }

    @Override
    public void close() throws IOException {
        if (closing.isOver()) {
            inner.close();
        }
    }
}
