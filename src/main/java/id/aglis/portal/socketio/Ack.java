package id.aglis.portal.socketio;

/** Answers one event. */
public interface Ack {

    /** Sends the answer, from any thread. Only the first call counts; nothing happens when no answer is {@link #wanted}. */
    void send(Object... arguments);

    /** Whether the sender waits for an answer. */
    boolean wanted();
}
