package id.aglis.portal.engineio;

/** How a link ends, as an HTTP answer and as a WebSocket close code (RFC 6455, section 7.4.1). */
enum LinkEnd {
    /** Everything is well; the answer to a POST. */
    OK(new Answer(200, "text/html", "ok"), 1000),
    UNKNOWN_SESSION(EngineError.UNKNOWN_SID, 1008),
    BAD_REQUEST(EngineError.BAD_REQUEST, 1002),
    /** The client took too long; what else it sends is not read. */
    TOO_SLOW(new Answer(408, "text/plain", ""), 1008),
    TOO_LARGE(new Answer(413, "text/plain", ""), 1009),
    TOO_MANY(new Answer(429, "text/plain", ""), 1008),
    /** The connection is broken off such that the client comes back. */
    AWAY(EngineError.UNKNOWN_SID, 1001);

    private final Answer answer;
    private final int closeCode;

    LinkEnd(EngineError error, int closeCode) {
        this(error.answer(), closeCode);
    }

    LinkEnd(Answer answer, int closeCode) {
        this.answer = answer;
        this.closeCode = closeCode;
    }

    /** Whether something the client had to say is lost, so that the session cannot go on. */
    boolean endsSession() {
        return this == BAD_REQUEST || this == TOO_SLOW;
    }

    Answer answer() {
        return answer;
    }

    int closeCode() {
        return closeCode;
    }

    /** As a frame ready for a WebSocket (RFC 6455, section 5.5.1). */
    byte[] closeFrame() {
        return new byte[] {Opcode.CLOSE.first(), 2, (byte) (closeCode >> 8), (byte) closeCode};
    }
}
