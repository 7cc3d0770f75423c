package id.aglis.portal.engineio;

import java.nio.charset.StandardCharsets;

/** How a link ends, as an HTTP answer and as a WebSocket close code (RFC 6455, section 7.4.1). */
enum LinkEnd {
    /** Everything is well; the answer to a POST. */
    OK(200, "text/html", "ok", 1000),
    UNKNOWN_SESSION(EngineError.UNKNOWN_SID, 1008),
    BAD_REQUEST(EngineError.BAD_REQUEST, 1002),
    /** The client took too long; what else it sends is not read. */
    TOO_SLOW(408, "text/plain", "", 1008),
    TOO_LARGE(413, "text/plain", "", 1009),
    TOO_MANY(429, "text/plain", "", 1008),
    /** The connection is broken off such that the client comes back. */
    AWAY(EngineError.UNKNOWN_SID, 1001);

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final int closeCode;

    LinkEnd(EngineError error, int closeCode) {
        this(error.status(), EngineError.CONTENT_TYPE, error.body(), closeCode);
    }

    LinkEnd(int status, String contentType, String body, int closeCode) {
        this.status = status;
        this.contentType = contentType;
        this.body = body.getBytes(StandardCharsets.UTF_8);
        this.closeCode = closeCode;
    }

    /** Whether something the client had to say is lost, so that the session cannot go on. */
    boolean endsSession() {
        return this == BAD_REQUEST || this == TOO_SLOW;
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    int closeCode() {
        return closeCode;
    }

    /** As a frame ready for a WebSocket (RFC 6455, section 5.5.1). */
    byte[] closeFrame() {
        return new byte[] {(byte) 0x88, 2, (byte) (closeCode >> 8), (byte) closeCode};
    }
}
