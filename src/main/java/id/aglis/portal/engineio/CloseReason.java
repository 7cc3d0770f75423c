package id.aglis.portal.engineio;

/** Why a session ended: the closed list of the reference server, in its spelling. */
public enum CloseReason {
    /** The client closed its side, or the connection went away. */
    TRANSPORT_CLOSE("transport close"),
    /** The connection broke, or its peer violated the protocol. */
    TRANSPORT_ERROR("transport error"),
    /** No answer to a ping within its time. */
    PING_TIMEOUT("ping timeout"),
    /** The bytes of a packet made no sense. */
    PARSE_ERROR("parse error"),
    /** The application above closed the session. */
    FORCED_CLOSE("forced close"),
    /** The instance goes away. */
    SERVER_SHUTTING_DOWN("server shutting down");

    private final String wireName;

    CloseReason(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
