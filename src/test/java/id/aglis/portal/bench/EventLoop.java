package id.aglis.portal.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A selector and the connections registered with it. Everything but {@link #execute} belongs to the one thread that turns it.
 */
public final class EventLoop implements Closeable {

    /** Large enough for what one socket brings while a thousand others are read. */
    private static final int INBOX_BYTES = 256 * 1024;

    private final Selector selector;
    private final ByteBuffer inbox;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    EventLoop() {
        this(INBOX_BYTES);
    }

    /** @param inboxBytes the largest unit that one socket may bring */
    EventLoop(int inboxBytes) {
        inbox = ByteBuffer.allocateDirect(inboxBytes);
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a task on the thread of this loop, in the order of the calls; from any thread. */
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    Connection connect(InetSocketAddress address, Receiver receiver) {
        return Connection.open(selector, address, receiver);
    }

    /** Waits up to {@code millis} (0: not at all) for sockets to become ready and serves them all once. */
    void turn(long millis) {
        try {
            if (millis > 0) {
                selector.select(this::serve, millis);
            } else {
                selector.selectNow(this::serve);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void serve(SelectionKey key) {
        ((Connection) key.attachment()).serve(inbox);
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
