package id.aglis.portal.socketio;

/**
 * A client wants more than it may have. Whatever it asked for is answered with the message, as the {@code error} of an acknowledgement
 * or as a refused CONNECT; that is no fault of ours, and nothing to log.
 */
public final class LimitExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LimitExceeded(String message) {
        super(message, null, false, false);
    }
}
