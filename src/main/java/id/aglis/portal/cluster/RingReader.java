package id.aglis.portal.cluster;

import com.hazelcast.ringbuffer.ReadResultSet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** Puts the pieces in a ring together again. */
final class RingReader {

    private static final Logger LOGGER = System.getLogger(RingReader.class.getName());

    private final Ring ring;
    private final int max;
    private final List<LogEntry> entries = new ArrayList<>();
    private long next;

    private RingReader(Ring ring, long from, int max) {
        this.ring = ring;
        this.next = from;
        this.max = max;
    }

    /** At most {@code max} entries from an index on; none only when there is nothing to read. */
    static List<LogEntry> read(Ring ring, long from, int max) {
        RingReader reader = new RingReader(ring, from, max);
        ReadResultSet<byte[]> places = ring.read(from, max);
        while (places.size() > 0 && reader.entries.isEmpty()) {
            reader.take(places);
            places = reader.entries.isEmpty() ? ring.read(reader.next, Integer.MAX_VALUE) : places;
        }
        return reader.entries;
    }

    private void take(ReadResultSet<byte[]> places) {
        int i = 0;
        next = places.getSequence(0);
        while (i < places.size() && entries.size() < max) {
            int count = Math.max(1, Pieces.countFrom(places.get(i)));
            if (i + count > places.size()) {
                return;
            }
            take(places, i, count);
            i += count;
            next += count;
        }
    }

    /** The beginning of an entry may have been overwritten; what is left of it is no entry. */
    private void take(ReadResultSet<byte[]> places, int first, int count) {
        if (Pieces.countFrom(places.get(first)) == 0) {
            return;
        }
        List<byte[]> pieces = new ArrayList<>(count);
        for (int i = first; i < first + count; i++) {
            pieces.add(places.get(i));
        }
        try {
            entries.add(EntryCodec.decode(Position.of(ring.epoch(), next), count, Pieces.join(pieces)));
        } catch (IllegalArgumentException e) {
            LOGGER.log(Level.WARNING, "An entry of the log is unreadable here and skipped. index=" + next, e);
        }
    }
}
