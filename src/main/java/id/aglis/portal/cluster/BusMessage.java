package id.aglis.portal.cluster;

import id.aglis.portal.cluster.BroadcastLog.Follower;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** What instances send each other over the bus: a version, a kind, and either entries of the log with the first position, or volatile content. */
final class BusMessage {

    private static final byte VERSION = 1;
    private static final byte ENTRIES = 1;
    private static final byte VOLATILE = 2;

    private BusMessage() {
    }

    static byte[] entries(long first, Parcel parcel) {
        ByteBuffer message = ByteBuffer.allocate(2 + Long.BYTES + parcel.length()).put(VERSION).put(ENTRIES).putLong(first);
        parcel.write(message);
        return message.array();
    }

    static byte[] volatileContent(byte[] content) {
        return ByteBuffer.allocate(2 + content.length).put(VERSION).put(VOLATILE).put(content).array();
    }

    /** @throws IllegalArgumentException when the message is none of ours, or of a version or kind unknown here */
    static void tell(byte[] message, Follower follower) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(message);
            byte version = bytes.get();
            byte kind = bytes.get();
            if (version == VERSION && kind == ENTRIES) {
                follower.entries().accept(Parcel.read(bytes.getLong(), bytes));
            } else if (version == VERSION && kind == VOLATILE) {
                byte[] content = new byte[bytes.remaining()];
                bytes.get(content);
                follower.volatiles().accept(content);
            } else {
                throw new IllegalArgumentException("Messages of version " + version + " and kind " + kind + " are unknown.");
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("A message is broken.", e);
        }
    }
}
