package id.aglis.portal.cluster;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of an entry without its position: a version, so that two versions of the application can share a log, origin, origin sequence, event
 * id, and the content as the rest.
 */
final class EntryCodec {

    private static final byte VERSION = 1;
    private static final int FIXED = 1 + Short.BYTES + Long.BYTES + Short.BYTES;

    private static final int MAX_TEXT = 0xffff;

    private EntryCodec() {
    }

    /** @throws IllegalArgumentException when the origin or the event id has more than 65,535 bytes */
    static byte[] encode(LogDraft draft) {
        byte[] origin = text(draft.origin());
        byte[] eventId = text(draft.eventId());
        ByteBuffer bytes = ByteBuffer.allocate(FIXED + origin.length + eventId.length + draft.bytes().length).put(VERSION)
                .putShort((short) origin.length).put(origin).putLong(draft.originSequence())
                .putShort((short) eventId.length).put(eventId).put(draft.bytes());
        return bytes.array();
    }

    /** @throws IllegalArgumentException when the bytes are none of ours, or of a version unknown here */
    static LogEntry decode(long sequence, int places, ByteBuffer bytes) {
        try {
            byte version = bytes.get();
            if (version != VERSION) {
                throw new IllegalArgumentException("Version " + version + " of entries of the log is unknown.");
            }
            String origin = text(bytes);
            long originSequence = bytes.getLong();
            String eventId = text(bytes);
            byte[] content = new byte[bytes.remaining()];
            bytes.get(content);
            return new LogEntry(sequence, places, origin, originSequence, eventId, content);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("An entry of the log is broken.", e);
        }
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_TEXT) {
            throw new IllegalArgumentException("An origin or event id is too long.");
        }
        return bytes;
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(Bytes.take(bytes, Short.toUnsignedInt(bytes.getShort()))).toString();
    }
}
