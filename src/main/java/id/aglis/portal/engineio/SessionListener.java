package id.aglis.portal.engineio;

/**
 * The protocol above. All calls about one session are made one after another, in the order of the wire, on threads that may wait;
 * calls about different sessions run side by side.
 */
public interface SessionListener {

    /**
     * A session opened. What it receives from now on goes to the returned receiver. The only call that may come on a thread of the
     * container: it should not wait for anything.
     */
    Receiver opened(Session session);

    /** Takes what one session receives. An exception closes that session. */
    interface Receiver {

        void text(String message);

        void binary(byte[] message);

        /** A ping is about to be queued, behind everything that was sent before. */
        default void pinging() {
        }

        /** The client has answered a ping, and thereby received what was queued before that. */
        default void ponged() {
        }

        /** The session ended; called once, and last. */
        void closed(CloseReason reason);
    }
}
