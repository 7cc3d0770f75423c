package id.aglis.portal.socketio;

import java.util.Optional;

/** A client may not enter a namespace; it gets the message, and the data if there are any, in a CONNECT_ERROR packet. */
public final class ConnectRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Object data;

    public ConnectRefused(String message) {
        this(message, null);
    }

    /** @param data anything an event argument may be, or null for none */
    public ConnectRefused(String message, Object data) {
        super(message, null, false, false);
        this.data = data;
    }

    public Optional<Object> data() {
        return Optional.ofNullable(data);
    }
}
