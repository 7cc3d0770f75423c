package id.aglis.portal.engineio;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The end of a WebSocket (RFC 6455, section 7.1): one close frame goes out, and nothing after it. Then the connection stays until the
 * client has answered, left, or had its time. A connection that is closed while bytes of the client's are unread is reset, and a reset
 * takes along what the client was to be told.
 *
 * <p>For any thread.
 */
final class ClosingHandshake {

    private final Optional<TcpConnection> connection;
    private final TimerWheel wheel;
    private final Limits limits;
    /** Held while a frame is written; Tyrus' writer is its own lock, so that two do not wait for each other. */
    private final Object order;
    private volatile boolean begun;
    private volatile boolean over;
    private volatile Runnable ending = () -> { };

    /**
     * @param connection is cut when the client does not answer in time; empty where the container's is of another kind
     * @param limits     how long the client may take, and what it may still send
     * @param order      what writers of frames synchronize on, if they do
     */
    ClosingHandshake(Optional<TcpConnection> connection, TimerWheel wheel, Limits limits, Object order) {
        this.connection = connection;
        this.wheel = wheel;
        this.limits = limits;
        this.order = order;
    }

    /** @param action closes what has taken the connection over; called at least once, and possibly by several threads */
    void atEnd(Runnable action) {
        ending = action;
    }

    /**
     * Writes a frame, unless a close frame has gone out.
     *
     * @return what the writer of the frame says, or else that
     */
    boolean write(BooleanSupplier frame, boolean otherwise) {
        synchronized (order) {
            return begun ? otherwise : frame.getAsBoolean();
        }
    }

    /** Writes the close frame, unless one has gone out; false then. */
    boolean begin(Runnable closeFrame) {
        synchronized (order) {
            if (begun) {
                return false;
            }
            begun = true;
            closeFrame.run();
        }
        wheel.after(limits.closeTimeout().toMillis(), this::cut);
        return true;
    }

    /** Whether a close frame has gone out. */
    boolean isBegun() {
        return begun;
    }

    /** The client closes as well, or has left: nothing it sends gets lost when the connection is closed. */
    void heard() {
        over = true;
    }

    /** Whether the connection may be closed. */
    boolean isOver() {
        return over || !begun;
    }

    void end() {
        heard();
        ending.run();
    }

    /** What the client has sent since the close frame, which nobody reads, are so many bytes in all. */
    void dropped(long bytes) {
        if (bytes > limits.closeBytes()) {
            cut();
        }
    }

    /** Lets go of a client that does not answer, or does not stop sending. Does nothing when the connection has ended. */
    private void cut() {
        connection.ifPresent(TcpConnection::cut);
        end();
    }
}
