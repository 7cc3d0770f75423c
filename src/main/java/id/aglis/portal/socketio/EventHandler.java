package id.aglis.portal.socketio;

/** Takes an event of one socket. Calls about one client come one after another, in the order of the wire, on a thread that may wait. */
@FunctionalInterface
public interface EventHandler {

    /**
     * @param ack answers the sender; harmless when it asked for no answer
     * @throws Exception closes nothing: it is logged once, and the acknowledgement, if wanted and not yet sent, answers with
     *                   {@code {"error": "Internal error"}}
     */
    void handle(Arguments arguments, Ack ack) throws Exception;
}
