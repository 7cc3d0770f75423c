package id.aglis.portal.cluster;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A letter on its way.
 *
 * @param number counts what one instance sends to another, from 1; 0 asks the receiver to begin anew
 */
record Envelope(String from, long number, byte[] letter) {

    private static final byte VERSION = 1;
    private static final byte[] EMPTY = {};

    static Envelope reset(String from) {
        return new Envelope(from, 0, EMPTY);
    }

    boolean isReset() {
        return number == 0;
    }

    byte[] bytes() {
        byte[] sender = from.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + Short.BYTES + sender.length + Long.BYTES + letter.length)
                .put(VERSION).putShort((short) sender.length).put(sender).putLong(number).put(letter).array();
    }

    /** @throws IllegalArgumentException when it is none of ours, or of a version unknown here */
    static Envelope of(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.get() != VERSION) {
                throw new IllegalArgumentException("Letters of version " + bytes[0] + " are unknown.");
            }
            String from = new String(take(in, in.getShort()), StandardCharsets.UTF_8);
            return new Envelope(from, in.getLong(), take(in, in.remaining()));
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("A letter is broken.", e);
        }
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }
}
