package id.aglis.portal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One non-blocking TCP connection: keeps the bytes the kernel does not take yet, and the incomplete unit at the end of a read. */
final class Connection {

    private static final byte[] NOTHING = {};

    private final Receiver receiver;
    private final SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer unsent = ByteBuffer.allocate(0);
    private byte[] incomplete = NOTHING;
    private int incompleteLength;
    private int reading = SelectionKey.OP_READ;
    private boolean closed;

    private Connection(Receiver receiver, SocketChannel channel) {
        this.receiver = receiver;
        this.channel = channel;
    }

    static Connection open(Selector selector, InetSocketAddress address, Receiver receiver) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Connection connection = new Connection(receiver, channel);
            connection.key = channel.register(selector, SelectionKey.OP_CONNECT, connection);
            channel.connect(address);
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a connection to " + address, e);
        }
    }

    void serve(ByteBuffer inbox) {
        try {
            if (key.isValid() && key.isConnectable()) {
                finishConnect();
            }
            if (key.isValid() && key.isWritable()) {
                flush();
            }
            if (key.isValid() && key.isReadable()) {
                read(inbox);
            }
        } catch (IOException e) {
            close(String.valueOf(e.getMessage()));
        }
    }

    private void finishConnect() throws IOException {
        channel.finishConnect();
        key.interestOps(reading);
        receiver.connected();
    }

    private void read(ByteBuffer inbox) throws IOException {
        inbox.clear().put(incomplete, 0, incompleteLength);
        if (channel.read(inbox) < 0) {
            close("the server closed the connection");
            return;
        }
        inbox.flip();
        receiver.received(inbox);
        keepIncomplete(inbox);
    }

    private void keepIncomplete(ByteBuffer inbox) {
        incompleteLength = inbox.remaining();
        if (incompleteLength == inbox.capacity()) {
            throw new IllegalStateException("The server sent a unit of more than " + incompleteLength + " bytes.");
        }
        if (incompleteLength > incomplete.length) {
            incomplete = new byte[incompleteLength];
        }
        inbox.get(incomplete, 0, incompleteLength);
    }

    /** Writes now what the kernel takes and the rest when it can; the order is kept. */
    void write(byte[] bytes) {
        if (closed) {
            return;
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            if (!unsent.hasRemaining()) {
                channel.write(buffer);
            }
            if (buffer.hasRemaining()) {
                queue(buffer);
            }
        } catch (IOException e) {
            close(String.valueOf(e.getMessage()));
        }
    }

    private void queue(ByteBuffer more) {
        ByteBuffer joined = ByteBuffer.allocate(unsent.remaining() + more.remaining());
        unsent = joined.put(unsent).put(more).flip();
        key.interestOps(reading | SelectionKey.OP_WRITE);
    }

    private void flush() throws IOException {
        channel.write(unsent);
        if (!unsent.hasRemaining()) {
            key.interestOps(reading);
        }
    }

    /**
     * Reads no more; what the other side sends fills the buffers on the way. Their size is left alone: a window that shrinks loses what is
     * under way, and a sender that has repeated it for a minute waits longer than that before it tries again.
     */
    void pause() {
        read(0);
    }

    /** Reads on after {@link #pause}. */
    void resume() {
        read(SelectionKey.OP_READ);
    }

    private void read(int interest) {
        reading = interest;
        if (key.isValid()) {
            key.interestOps(key.interestOps() & ~SelectionKey.OP_READ | interest);
        }
    }

    /** True while bytes wait for the other side to read. */
    boolean isCongested() {
        return unsent.hasRemaining();
    }

    /** Ends the connection with a reset, as a process that was killed with unread bytes does. */
    void reset() {
        if (closed) {
            return;
        }
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close("reset by the load generator");
    }

    void close(String reason) {
        if (closed) {
            return;
        }
        closed = true;
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        receiver.closed(reason);
    }
}
