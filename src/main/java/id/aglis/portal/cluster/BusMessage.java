package id.aglis.portal.cluster;

import id.aglis.portal.cluster.BroadcastLog.Follower;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What instances send each other over the bus: a version, and then parts of a length and a kind each, which is either entries of the log
 * with the first position, or volatile content. Parts of other kinds, which a newer version may send, are passed over.
 */
final class BusMessage {

    private static final byte VERSION = 1;
    private static final byte ENTRIES = 1;
    private static final byte VOLATILE = 2;

    private BusMessage() {
    }

    static byte[] entries(long first, Parcel parcel) {
        ByteBuffer part = ByteBuffer.allocate(1 + Long.BYTES + parcel.length()).put(ENTRIES).putLong(first);
        parcel.write(part);
        return part.array();
    }

    static byte[] volatileContent(byte[] content) {
        return ByteBuffer.allocate(1 + content.length).put(VOLATILE).put(content).array();
    }

    static byte[] of(List<byte[]> parts) {
        ByteBuffer message = ByteBuffer.allocate(1 + parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum()).put(VERSION);
        parts.forEach(part -> message.putInt(part.length).put(part));
        return message.array();
    }

    /** @throws IllegalArgumentException when the message is none of ours, or of a version unknown here */
    static void tell(byte[] message, Follower follower) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(message);
            byte version = bytes.get();
            if (version != VERSION) {
                throw new IllegalArgumentException("Messages of version " + version + " are unknown.");
            }
            while (bytes.hasRemaining()) {
                tell(Bytes.take(bytes, bytes.getInt()), follower);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("A message is broken.", e);
        }
    }

    private static void tell(ByteBuffer part, Follower follower) {
        byte kind = part.get();
        if (kind == ENTRIES) {
            follower.entries().accept(Parcel.read(part.getLong(), part));
        } else if (kind == VOLATILE) {
            byte[] content = new byte[part.remaining()];
            part.get(content);
            follower.volatiles().accept(content);
        }
    }
}
