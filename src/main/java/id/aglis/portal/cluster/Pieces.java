package id.aglis.portal.cluster;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts entries into pieces of limited size, of which each takes a place in the ring: a ring is bounded by number only, and so bounds memory.
 * A piece begins with a version, how many pieces of its entry stand before it, and how many the entry has.
 */
final class Pieces {

    /** Bytes in a piece. Most broadcasts fit into one, and a full ring of 100,000 stays within 110 MB. */
    static final int SIZE = 1_024;
    /** Pieces of one entry, so that it can be added and read in one {@link Ring#STEP}; larger entries have larger pieces. */
    static final int MAX = 900;

    private static final byte VERSION = 1;
    private static final int HEADER = 1 + 2 * Short.BYTES;

    private Pieces() {
    }

    static List<byte[]> of(byte[] entry) {
        int size = Math.max(SIZE - HEADER, ceil(entry.length, MAX));
        int count = Math.max(1, ceil(entry.length, size));
        List<byte[]> pieces = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int length = Math.min(size, entry.length - i * size);
            pieces.add(ByteBuffer.allocate(HEADER + length).put(VERSION).putShort((short) i).putShort((short) count)
                    .put(entry, i * size, length).array());
        }
        return pieces;
    }

    /** How many pieces the entry that begins with this one has; 0 when it is not the first of an entry. */
    static int countFrom(byte[] piece) {
        ByteBuffer header = ByteBuffer.wrap(piece);
        boolean readable = piece.length >= HEADER && header.get() == VERSION;
        return readable && header.getShort() == 0 ? header.getShort() : 0;
    }

    static ByteBuffer join(List<byte[]> pieces) {
        if (pieces.size() == 1) {
            return content(pieces.get(0));
        }
        ByteBuffer joined = ByteBuffer.allocate(pieces.stream().mapToInt(piece -> piece.length - HEADER).sum());
        pieces.forEach(piece -> joined.put(content(piece)));
        return joined.flip();
    }

    private static ByteBuffer content(byte[] piece) {
        return ByteBuffer.wrap(piece, HEADER, piece.length - HEADER);
    }

    private static int ceil(int length, int size) {
        return (length + size - 1) / size;
    }
}
