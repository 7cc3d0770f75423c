package id.aglis.portal.engineio;

/** What a WebSocket frame is (RFC 6455, section 5.2), as far as we write frames or look into them. */
enum Opcode {
    TEXT(1),
    BINARY(2),
    CLOSE(8);

    private static final int WHOLE_MESSAGE = 0x80;
    private static final int MASK = 0x0f;
    private static final int CONTROL = 0x08;

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    /** The first byte of a frame that is a whole message. */
    byte first() {
        return (byte) (WHOLE_MESSAGE | code);
    }

    /** Whether the frame that begins with that byte may come between those of a message. */
    static boolean isControl(byte first) {
        return (first & CONTROL) != 0;
    }

    /** Whether a message ends with the frame that begins with that byte. */
    static boolean isLast(byte first) {
        return (first & WHOLE_MESSAGE) != 0;
    }

    /** Whether a frame that begins with that byte is one of these. */
    boolean begins(byte first) {
        return (first & MASK) == code;
    }
}
