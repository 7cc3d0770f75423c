package id.aglis.portal.bench;

import java.nio.ByteBuffer;

/**
 * One WebSocket frame (RFC 6455, section 5.2): writes those of a client, which are masked, and finds those of a server in what was read.
 * An instance is a cursor, used again for every frame, since millions of them pass in a second.
 */
final class Frame {

    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;

    private int opcode;
    private int from;
    private int to;

    /** A whole message in one frame, masked with the four bytes of {@code mask}. */
    static byte[] masked(int opcode, byte[] payload, int mask) {
        int header = payload.length < LENGTH_16 ? 2 : payload.length <= 0xFFFF ? 4 : 10;
        ByteBuffer frame = ByteBuffer.allocate(header + 4 + payload.length).put((byte) (FIN | opcode));
        switch (header) {
            case 2 -> frame.put((byte) (MASKED | payload.length));
            case 4 -> frame.put((byte) (MASKED | LENGTH_16)).putShort((short) payload.length);
            default -> frame.put((byte) (MASKED | LENGTH_64)).putLong(payload.length);
        }
        frame.putInt(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask >>> 24 - 8 * (i & 3)));
        }
        return frame.array();
    }

    /**
     * Moves to the next frame.
     *
     * @return false, with {@code in} as it was, when the frame is not complete yet
     */
    boolean readFrom(ByteBuffer in) {
        int start = in.position();
        int available = in.remaining();
        if (available < 2) {
            return false;
        }
        int first = in.get(start);
        int length = in.get(start + 1);
        int header = length == LENGTH_16 ? 4 : length == LENGTH_64 ? 10 : 2;
        if (available < header) {
            return false;
        }
        long payload = header == 2 ? length : header == 4 ? in.getShort(start + 2) & 0xFFFF : in.getLong(start + 2);
        if ((first & FIN) == 0 || payload < 0) {
            throw new IllegalStateException("The server sent a frame that is masked or part of a message; neither is expected.");
        }
        if (available - header < payload) {
            return false;
        }
        opcode = first & 0xF;
        from = start + header;
        to = from + (int) payload;
        in.position(to);
        return true;
    }

    int opcode() {
        return opcode;
    }

    /** Where the payload begins in the buffer it was read from. */
    int from() {
        return from;
    }

    /** Where the payload ends, exclusive. */
    int to() {
        return to;
    }
}
