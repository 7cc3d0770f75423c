package id.aglis.portal.cluster;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Drafts that go into the ring, and over the bus, in one step.
 *
 * @param drafts  as they came
 * @param encoded each as bytes
 * @param pieces  those bytes, cut into places of the ring
 */
record Parcel(List<LogDraft> drafts, List<byte[]> encoded, List<List<byte[]>> pieces) {

    /** Places in one step, which Hazelcast limits. */
    private static final int PLACES = 1_000;

    /** Packs the drafts, in their order, into as few parcels as they fit. */
    static List<Parcel> of(List<LogDraft> drafts) {
        List<Parcel> parcels = new ArrayList<>();
        Parcel open = empty();
        int places = 0;
        for (LogDraft draft : drafts) {
            byte[] bytes = EntryCodec.encode(draft);
            List<byte[]> cut = Pieces.of(bytes);
            if (places + cut.size() > PLACES) {
                parcels.add(open);
                open = empty();
                places = 0;
            }
            places += cut.size();
            open.drafts.add(draft);
            open.encoded.add(bytes);
            open.pieces.add(cut);
        }
        parcels.add(open);
        return parcels;
    }

    List<byte[]> places() {
        return pieces.stream().flatMap(List::stream).toList();
    }

    /** The entries, now that the last place is known. */
    List<LogEntry> endingAt(long last) {
        long position = last + 1 - pieces.stream().mapToInt(List::size).sum();
        List<LogEntry> entries = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            entries.add(drafts.get(i).at(position, pieces.get(i).size()));
            position += pieces.get(i).size();
        }
        return entries;
    }

    /** Appends what {@link #read} reads. */
    void write(ByteBuffer message) {
        for (int i = 0; i < encoded.size(); i++) {
            message.putShort((short) pieces.get(i).size()).putInt(encoded.get(i).length).put(encoded.get(i));
        }
    }

    int length() {
        return encoded.stream().mapToInt(bytes -> Short.BYTES + Integer.BYTES + bytes.length).sum();
    }

    static List<LogEntry> read(long first, ByteBuffer message) {
        List<LogEntry> entries = new ArrayList<>();
        long position = first;
        while (message.hasRemaining()) {
            int places = message.getShort();
            int length = message.getInt();
            entries.add(EntryCodec.decode(position, places, message.slice(message.position(), length)));
            message.position(message.position() + length);
            position += places;
        }
        return entries;
    }

    private static Parcel empty() {
        return new Parcel(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
