package id.aglis.portal.bench.chaos;

import java.nio.ByteBuffer;

/** The broadcasts that are counted: a text of 128 bytes that begins with the lane it was published in and its number there, from 1. */
final class Numbered {

    static final String EVENT = "numbered";

    private static final String HEAD = "2[\"" + EVENT + "\",\"";
    private static final int LANE_DIGITS = 2;
    private static final int DIGITS = 12;
    private static final String FILLING = "x".repeat(128 - DIGITS);

    private Numbered() { }

    static String text(int lane, long number) {
        return "%02d%010d".formatted(lane, number) + FILLING;
    }

    static boolean isIn(ByteBuffer bytes, int from, int to) {
        return to - from > HEAD.length() + DIGITS && bytes.get(from + 3) == 'n' && bytes.get(from + 4) == 'u' && bytes.get(from + 5) == 'm';
    }

    static int lane(ByteBuffer bytes, int from) {
        return (int) digits(bytes, from + HEAD.length(), LANE_DIGITS);
    }

    static long number(ByteBuffer bytes, int from) {
        return digits(bytes, from + HEAD.length() + LANE_DIGITS, DIGITS - LANE_DIGITS);
    }

    private static long digits(ByteBuffer bytes, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = value * 10 + bytes.get(i) - '0';
        }
        return value;
    }
}
