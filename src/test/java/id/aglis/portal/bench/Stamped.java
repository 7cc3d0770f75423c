package id.aglis.portal.bench;

import java.nio.ByteBuffer;

/** The {@code broadcast} event: a text, usually of 128 bytes, that begins with the time it was due, as 16 hexadecimal digits of nanoseconds. */
final class Stamped {

    static final int PAYLOAD_BYTES = 128;

    private static final String HEAD = "2[\"broadcast\",\"";
    private static final int DIGITS = 16;
    private static final String TAIL = "\"]";

    private Stamped() { }

    /** The Socket.IO packet of an event that was due at {@code nanos}. */
    static String packet(long nanos) {
        return packet(nanos, PAYLOAD_BYTES);
    }

    /** The same with a text of {@code bytes} bytes, at least {@link #PAYLOAD_BYTES}. */
    static String packet(long nanos, int bytes) {
        String digits = Long.toHexString(nanos);
        return HEAD + "0".repeat(DIGITS - digits.length()) + digits + "x".repeat(bytes - DIGITS) + TAIL;
    }

    static boolean isIn(ByteBuffer bytes, int from, int to) {
        return to - from > PAYLOAD_BYTES && bytes.get(from) == '2' && bytes.get(from + 3) == 'b';
    }

    /** When the event in this slice was due, in nanoseconds. */
    static long dueTime(ByteBuffer bytes, int from) {
        int start = from + HEAD.length();
        long nanos = 0;
        for (int i = start; i < start + DIGITS; i++) {
            int digit = bytes.get(i);
            nanos = nanos << 4 | (digit <= '9' ? digit - '0' : digit - 'a' + 10);
        }
        return nanos;
    }
}
