package id.aglis.portal.socketio;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * One client in one namespace. Its handlers run one after another; everything may be called from any thread, and what one thread
 * emits arrives in that order.
 */
public final class Socket {

    Socket() {
    }

    /** Public identity within the namespace; other than the session's, it is no secret. */
    public String id() {
        throw new UnsupportedOperationException();
    }

    public Namespace namespace() {
        throw new UnsupportedOperationException();
    }

    public Handshake handshake() {
        throw new UnsupportedOperationException();
    }

    /** Whatever the application wants to remember about this socket. */
    public ConcurrentMap<String, Object> data() {
        throw new UnsupportedOperationException();
    }

    /** The rooms joined, without the one of its own id. */
    public Set<String> rooms() {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalStateException when it would be in more rooms than allowed */
    public void join(String... rooms) {
        throw new UnsupportedOperationException();
    }

    public void leave(String... rooms) {
        throw new UnsupportedOperationException();
    }

    /**
     * Counts this socket against the connections of one user.
     *
     * @throws ConnectRefused when that user has too many on this instance
     */
    public void claim(String user) throws ConnectRefused {
        throw new UnsupportedOperationException();
    }

    /** Registers the one handler of an event. */
    public void on(String event, EventHandler handler) {
        throw new UnsupportedOperationException();
    }

    /** Called once, after the socket left its rooms. */
    public void onDisconnect(Consumer<DisconnectReason> left) {
        throw new UnsupportedOperationException();
    }

    /** Called once, while the socket is still in its rooms. */
    public void onDisconnecting(Consumer<DisconnectReason> leaving) {
        throw new UnsupportedOperationException();
    }

    /** Arguments may be strings, numbers, booleans, null, lists, maps, byte arrays anywhere, records, beans and JSON values. */
    public void emit(String event, Object... arguments) {
        throw new UnsupportedOperationException();
    }

    /** @return the answer; fails with a {@code TimeoutException}, or at once with a {@code CancellationException} when the socket leaves */
    public CompletionStage<Arguments> emitWithAck(Duration timeout, String event, Object... arguments) {
        throw new UnsupportedOperationException();
    }

    /** Everybody in the namespace but this socket. */
    public Broadcast broadcast() {
        return namespace().all().except(id());
    }

    /** Leaves the namespace, or with {@code close} ends the whole connection. The client does not come back by itself. */
    public void disconnect(boolean close) {
        throw new UnsupportedOperationException();
    }

    /** Breaks the connection below, so that the client comes back by itself. */
    public void closeTransport() {
        throw new UnsupportedOperationException();
    }
}
