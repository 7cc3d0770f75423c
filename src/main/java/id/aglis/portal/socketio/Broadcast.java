package id.aglis.portal.socketio;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Whom something is for; immutable, so that every step makes a new one. Without {@link #to} it is for the whole namespace. All
 * instances hear broadcasts in the same order.
 */
public final class Broadcast {

    Broadcast() {
    }

    /** Also to the sockets in any of these rooms; each socket gets it once. A socket's id is a room of its own. */
    public Broadcast to(String... rooms) {
        return this;
    }

    /** Not to the sockets in any of these rooms. */
    public Broadcast except(String... rooms) {
        return this;
    }

    /** Only to sockets on this instance, past the log and its order. */
    public Broadcast local() {
        return this;
    }

    /** May be dropped where a client or an instance cannot take it at once; takes no place in the order. */
    public Broadcast asVolatile() {
        return this;
    }

    /** Names the event, so that emitting it again, after a crash say, is harmless while the log remembers it. */
    public Broadcast withId(String eventId) {
        return this;
    }

    /** How long {@link #emitWithAck} waits; default 10 s. */
    public Broadcast timeout(Duration timeout) {
        return this;
    }

    /** @return the position in the log, once it is kept; -1 for volatile and local broadcasts */
    public CompletionStage<Long> emit(String event, Object... arguments) {
        throw new UnsupportedOperationException();
    }

    /** @return who answered what, once all have or the time is over; never fails for a missing answer */
    public CompletionStage<Answers> emitWithAck(String event, Object... arguments) {
        throw new UnsupportedOperationException();
    }

    /** Makes the sockets join rooms. */
    public void join(String... rooms) {
        throw new UnsupportedOperationException();
    }

    /** Makes the sockets leave rooms. */
    public void leave(String... rooms) {
        throw new UnsupportedOperationException();
    }

    /** Disconnects the sockets; with {@code close} the connection below them too. They do not come back by themselves. */
    public void disconnect(boolean close) {
        throw new UnsupportedOperationException();
    }
}
