package id.aglis.portal.bench;

import java.nio.ByteBuffer;

/**
 * The {@code broadcast} event: a text, usually of 128 bytes, that begins with the time it was due, as 16 hexadecimal digits of nanoseconds.
 * Where order counts, another 16 digits follow: four that name the publisher, and twelve that count its events.
 */
final class Stamped {

    static final int PAYLOAD_BYTES = 128;

    private static final String HEAD = "2[\"broadcast\",\"";
    private static final int DIGITS = 16;
    private static final int COUNT_BITS = 48;
    private static final String TAIL = "\"]";

    private Stamped() { }

    /** The Socket.IO packet of an event that was due at {@code nanos}. */
    static String packet(long nanos) {
        return packet(nanos, PAYLOAD_BYTES);
    }

    /** The same with a text of {@code bytes} bytes, at least {@link #PAYLOAD_BYTES}. */
    static String packet(long nanos, int bytes) {
        return HEAD + digits(nanos) + "x".repeat(bytes - DIGITS) + TAIL;
    }

    /** An event of {@link #PAYLOAD_BYTES} with a number made by {@link #number}. */
    static String numberedPacket(long nanos, long number) {
        return HEAD + digits(nanos) + digits(number) + "x".repeat(PAYLOAD_BYTES - 2 * DIGITS) + TAIL;
    }

    private static String digits(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** The {@code count}th event, from 0, of a publisher from 0 to 32,767. */
    static long number(int publisher, long count) {
        return (long) publisher << COUNT_BITS | count;
    }

    static int publisher(long number) {
        return (int) (number >>> COUNT_BITS);
    }

    static long count(long number) {
        return number & (1L << COUNT_BITS) - 1;
    }

    static boolean isIn(ByteBuffer bytes, int from, int to) {
        return to - from > PAYLOAD_BYTES && bytes.get(from) == '2' && bytes.get(from + 3) == 'b';
    }

    /** When the event in this slice was due, in nanoseconds. */
    static long dueTime(ByteBuffer bytes, int from) {
        return value(bytes, from + HEAD.length());
    }

    /** The number of the event in this slice, if it was given one. */
    static long number(ByteBuffer bytes, int from) {
        return value(bytes, from + HEAD.length() + DIGITS);
    }

    private static long value(ByteBuffer bytes, int start) {
        long value = 0;
        for (int i = start; i < start + DIGITS; i++) {
            int digit = bytes.get(i);
            value = value << 4 | (digit <= '9' ? digit - '0' : digit - 'a' + 10);
        }
        return value;
    }
}
