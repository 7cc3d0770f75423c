package id.aglis.portal.socketio;

/** Answers one event. */
public interface Ack {

    /**
     * Sends the answer, from any thread, now or later. Only the first call counts; nothing happens when no answer is {@link #wanted}, or
     * when the socket has left.
     *
     * @param arguments anything an event argument may be
     * @throws IllegalArgumentException when an argument has no JSON form; the answer is still owed then
     */
    void send(Object... arguments);

    /** Whether the sender waits for an answer. */
    boolean wanted();
}
