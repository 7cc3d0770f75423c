package id.aglis.portal.socketio;

/**
 * Decides whether a client may enter a namespace. Admissions run in the order of their registration, before the CONNECT packet is
 * answered, one after another with everything else of that client; they may wait, for a database say.
 */
@FunctionalInterface
public interface Admission {

    /**
     * Returns to admit.
     *
     * @param socket not yet connected: its handshake and data can be read and written, rooms joined and handlers registered
     * @throws ConnectRefused to refuse; upon any other exception the connection breaks, so that the client tries again
     */
    void admit(Socket socket) throws ConnectRefused;
}
