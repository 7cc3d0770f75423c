package id.aglis.portal.engineio;

/** The errors of a request, with the codes and messages of the reference server. */
enum EngineError {
    UNKNOWN_TRANSPORT("Transport unknown", 400),
    UNKNOWN_SID("Session ID unknown", 400),
    BAD_HANDSHAKE_METHOD("Bad handshake method", 400),
    BAD_REQUEST("Bad request", 400),
    FORBIDDEN("Forbidden", 403),
    UNSUPPORTED_PROTOCOL_VERSION("Unsupported protocol version", 400);

    private final Answer answer;

    EngineError(String message, int status) {
        this.answer = new Answer(status, "application/json", "{\"code\":" + ordinal() + ",\"message\":\"" + message + "\"}");
    }

    Answer answer() {
        return answer;
    }
}
