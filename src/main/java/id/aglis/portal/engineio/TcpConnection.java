package id.aglis.portal.engineio;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.asyncqueue.AsyncQueueWriter;
import org.glassfish.grizzly.asyncqueue.WritableMessage;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.memory.ByteBufferWrapper;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;

/**
 * The TCP connection below a WebSocket, for what no API above it can do.
 *
 * <p>Ready frames: JSR-356 encodes and frames a message again for every session, and even a ready one would take a fresh buffer of eight
 * kilobytes through servlet stream and HTTP filters. Here the same bytes go to the socket of every receiver. Grizzly keeps the order
 * among these writes and those that come from above, such as a close frame, and never mixes two.
 *
 * <p>Cutting: whatever Servlet and WebSocket can close waits behind what the client has not read, for as long as TCP is patient; a client
 * that stopped reading would keep its descriptor and its buffers.
 */
final class TcpConnection {

    private static final Logger LOGGER = System.getLogger(TcpConnection.class.getName());
    /** One write of the largest kind, see {@link FlushRound}. */
    private static final int KERNEL_BYTES = 256 * 1024;

    private final TCPNIOConnection connection;
    private final AsyncQueueWriter<SocketAddress> writer;
    private final boolean plain;

    private TcpConnection(TCPNIOConnection connection, boolean plain) {
        this.connection = connection;
        this.writer = ((TCPNIOTransport) connection.getTransport()).getAsyncQueueIO().getWriter();
        this.plain = plain;
    }

    /** Empty where the container's connections are of another kind. */
    static Optional<TcpConnection> of(ContainerRequest request) {
        Request grizzlys = request.grizzlys();
        return grizzlys.getContext().getConnection() instanceof TCPNIOConnection tcp
                ? Optional.of(new TcpConnection(tcp, !grizzlys.isSecure()))
                : Optional.empty();
    }

    /**
     * Bounds what the kernel holds for a client that does not read. Left alone it takes several megabytes for each, until memory for TCP is
     * short and everybody is slowed down.
     */
    void bound() {
        try {
            ((SocketChannel) connection.getChannel()).setOption(StandardSocketOptions.SO_SNDBUF, KERNEL_BYTES);
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "A client left before its connection was bounded.", e);
        }
    }

    /** Whether frames may be written here: encryption happens above. */
    boolean isPlain() {
        return plain;
    }

    /**
     * Writes whole frames, which are not to be modified.
     *
     * @param later called once the kernel has taken them or the connection broke, unless that was at once
     * @return whether it was at once
     */
    boolean write(byte[] frames, Runnable later) {
        Taking taking = new Taking(later);
        writer.write(connection, null, new ByteBufferWrapper(ByteBuffer.wrap(frames)), taking);
        return !taking.isDue();
    }

    /** From now on what comes goes there first. */
    void readBy(FrameIntake intake) {
        DirectFrames.offer(connection, intake);
    }

    SelectableChannel channel() {
        return connection.getChannel();
    }

    /**
     * Lets go of the client, whatever it has not read. While frames wait for the kernel's buffer this is a reset: after an ordinary close
     * the kernel would keep what is unsent, half a megabyte, for as long as the client's kernel answers. Does nothing when the connection
     * has ended.
     */
    void cut() {
        // Forgotten once the connection has been closed.
        Optional<SelectionKey> key = Optional.ofNullable(connection.getSelectionKey());
        if (!connection.getAsyncWriteQueue().isEmpty()) {
            reset();
        }
        connection.terminateSilently();
        // Without a last word the channel ends only once its selector has let go of it, which an idle one does after half a minute.
        key.ifPresent(registered -> registered.selector().wakeup());
    }

    private void reset() {
        try {
            ((SocketChannel) connection.getChannel()).setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "A connection ended before it was cut.", e);
        }
    }

    /** Whoever comes second, the writer's return or the end of the write, knows how it went. */
    private static final class Taking extends EmptyCompletionHandler<WriteResult<WritableMessage, SocketAddress>> {

        private final Runnable later;
        private final AtomicBoolean second = new AtomicBoolean();

        private Taking(Runnable later) {
            this.later = later;
        }

        private boolean isDue() {
            return second.compareAndSet(false, true);
        }

        @Override
        public void completed(WriteResult<WritableMessage, SocketAddress> result) {
            end();
        }

        @Override
        public void failed(Throwable failure) {
            end();
        }

        @Override
        public void cancelled() {
            end();
        }

        private void end() {
            if (!second.compareAndSet(false, true)) {
                later.run();
            }
        }
    }
}
