package id.aglis.portal.socketio;

/** A client sent an argument of another kind than the event takes; it is told so, and that is no fault of ours. */
public final class UnfitArgument extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnfitArgument(String message) {
        super(message);
    }
}
