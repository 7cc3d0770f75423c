package id.aglis.portal.cluster;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Drafts, in their order, that go into the ring, and over the bus, in one step. */
record Parcel(List<Item> items) {

    /** Packs the drafts, in their order, into as few parcels as they fit. */
    static List<Parcel> of(List<LogDraft> drafts) {
        List<Parcel> parcels = new ArrayList<>();
        Parcel open = new Parcel(new ArrayList<>());
        int places = 0;
        for (LogDraft draft : drafts) {
            Item item = Item.of(draft);
            if (places + item.places() > Ring.STEP) {
                parcels.add(open);
                open = new Parcel(new ArrayList<>());
                places = 0;
            }
            places += item.places();
            open.items.add(item);
        }
        parcels.add(open);
        return parcels;
    }

    List<byte[]> places() {
        return items.stream().map(Item::pieces).flatMap(List::stream).toList();
    }

    /** The entries, now that the last place is known. */
    List<LogEntry> endingAt(long last) {
        long position = last + 1 - items.stream().mapToInt(Item::places).sum();
        List<LogEntry> entries = new ArrayList<>(items.size());
        for (Item item : items) {
            entries.add(item.draft.at(position, item.places()));
            position += item.places();
        }
        return entries;
    }

    /** Appends what {@link #read} reads. */
    void write(ByteBuffer message) {
        items.forEach(item -> message.putShort((short) item.places()).putInt(item.encoded.length).put(item.encoded));
    }

    int length() {
        return items.stream().mapToInt(item -> Short.BYTES + Integer.BYTES + item.encoded.length).sum();
    }

    static List<LogEntry> read(long first, ByteBuffer message) {
        List<LogEntry> entries = new ArrayList<>();
        long position = first;
        while (message.hasRemaining()) {
            int places = message.getShort();
            entries.add(EntryCodec.decode(position, places, Bytes.take(message, message.getInt())));
            position += places;
        }
        return entries;
    }

    /**
     * A draft on its way.
     *
     * @param encoded the draft as bytes
     * @param pieces  those bytes, cut into places of the ring
     */
    record Item(LogDraft draft, byte[] encoded, List<byte[]> pieces) {

        static Item of(LogDraft draft) {
            byte[] encoded = EntryCodec.encode(draft);
            return new Item(draft, encoded, Pieces.of(encoded));
        }

        int places() {
            return pieces.size();
        }
    }
}
