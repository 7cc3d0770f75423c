package id.aglis.portal.engineio;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What two instances tell each other about a request or WebSocket that came to the one, the host, and belongs to a session of the other,
 * the owner.
 *
 * @param link    chosen by the host; names one request or WebSocket there
 * @param detail  ordinal of a {@link LinkEnd} or {@link CloseReason}, where the kind has one
 * @param sid     where the kind begins something; empty otherwise
 * @param content a body or frames; not to be modified
 */
record RelayLetter(Kind kind, long link, int detail, String sid, byte[] content) {

    enum Kind {
        /** To the owner: a GET came in. */
        POLL,
        /** To the owner: a POST came in. */
        PUSH,
        /** To the owner: it has been read, or its end tells why not; answered by {@link #END}. */
        BODY,
        /** To the owner: a WebSocket came with a session's id. */
        UPGRADE,
        /** To the owner. */
        TEXT_FRAME,
        /** To the owner. */
        BINARY_FRAME,
        /** To the owner: what was written last is with the client. */
        TAKEN,
        /** To the owner: the client has left. */
        LOST,
        /** To the host: a batch, as WebSocket frames. */
        WRITE,
        /** To the host: the link ends. */
        END
    }

    private static final byte VERSION = 1;
    private static final Kind[] KINDS = Kind.values();
    private static final byte[] NOTHING = {};

    static RelayLetter poll(long link, String sid) {
        return new RelayLetter(Kind.POLL, link, 0, sid, NOTHING);
    }

    static RelayLetter push(long link, String sid) {
        return new RelayLetter(Kind.PUSH, link, 0, sid, NOTHING);
    }

    static RelayLetter body(long link, String body, LinkEnd end) {
        return new RelayLetter(Kind.BODY, link, end.ordinal(), "", body.getBytes(StandardCharsets.UTF_8));
    }

    static RelayLetter upgrade(long link, String sid) {
        return new RelayLetter(Kind.UPGRADE, link, 0, sid, NOTHING);
    }

    static RelayLetter frame(long link, String frame) {
        return new RelayLetter(Kind.TEXT_FRAME, link, 0, "", frame.getBytes(StandardCharsets.UTF_8));
    }

    static RelayLetter frame(long link, byte[] frame) {
        return new RelayLetter(Kind.BINARY_FRAME, link, 0, "", frame);
    }

    static RelayLetter taken(long link) {
        return new RelayLetter(Kind.TAKEN, link, 0, "", NOTHING);
    }

    static RelayLetter lost(long link, CloseReason reason) {
        return new RelayLetter(Kind.LOST, link, reason.ordinal(), "", NOTHING);
    }

    static RelayLetter write(long link, byte[] frames) {
        return new RelayLetter(Kind.WRITE, link, 0, "", frames);
    }

    static RelayLetter end(long link, LinkEnd end) {
        return new RelayLetter(Kind.END, link, end.ordinal(), "", NOTHING);
    }

    LinkEnd end() {
        return LinkEnd.values()[detail];
    }

    CloseReason reason() {
        return CloseReason.values()[detail];
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        byte[] id = sid.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(4 + Long.BYTES + id.length + content.length)
                .put(VERSION).put((byte) kind.ordinal()).put((byte) detail).putLong(link)
                .put((byte) id.length).put(id).put(content).array();
    }

    /** @throws IllegalArgumentException when the letter is none of ours, or of a version unknown here */
    static RelayLetter of(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.get() != VERSION) {
                throw new IllegalArgumentException("Letters about links of version " + bytes[0] + " are unknown.");
            }
            Kind kind = KINDS[in.get()];
            int detail = in.get();
            long link = in.getLong();
            String sid = new String(take(in, in.get()), StandardCharsets.US_ASCII);
            return new RelayLetter(kind, link, detail, sid, take(in, in.remaining()));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("A letter about a link is broken.", e);
        }
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }
}
