package id.aglis.portal.socketio;

import id.aglis.portal.engineio.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far this instance has delivered the log, and the newest of what it has delivered, for clients that come back: without it each of them
 * would read the log anew. Written in the turns of the dispatcher, read by any thread.
 */
final class History {

    private static final long BYTES = 16_000_000;
    private static final int OVERHEAD = 200;

    private final int capacity;
    private final Past[] ring;
    private int first;
    private int count;
    private long bytes;
    private long floor;
    private volatile long position;

    private History(int capacity, long position) {
        this.capacity = capacity;
        this.ring = new Past[capacity];
        this.floor = position;
        this.position = position;
    }

    /** @param position the last one before those that will be delivered */
    static History of(int events, long position) {
        return new History(events, position);
    }

    /** One that only knows how far delivery is. */
    static History forgetful(long position) {
        return new History(0, position);
    }

    /** The last position delivered; its events have been queued at all connections here that they are for. */
    long position() {
        return position;
    }

    synchronized void add(Past past) {
        if (capacity > 0) {
            while (count == capacity || count > 0 && bytes + past.size() > BYTES) {
                forgetFirst();
            }
            ring[(first + count++) % capacity] = past;
            bytes += past.size();
        }
        position = past.position();
    }

    /** Something was delivered that nobody who comes back has missed. */
    void pass(long delivered) {
        position = delivered;
    }

    /** What lay between was missed here. */
    synchronized void skipTo(long present) {
        while (count > 0) {
            forgetFirst();
        }
        floor = present;
        position = present;
    }

    /** Everything after that position, in order; empty when not all of it is remembered. */
    synchronized Optional<List<Past>> after(long from) {
        if (from < floor) {
            return Optional.empty();
        }
        int start = count;
        while (start > 0 && at(start - 1).position() > from) {
            start--;
        }
        List<Past> newer = new ArrayList<>(count - start);
        for (int i = start; i < count; i++) {
            newer.add(at(i));
        }
        return Optional.of(newer);
    }

    private Past at(int index) {
        return ring[(first + index) % capacity];
    }

    private void forgetFirst() {
        Past forgotten = ring[first];
        ring[first] = null;
        first = (first + 1) % capacity;
        count--;
        bytes -= forgotten.size();
        floor = forgotten.position();
    }

    /**
     * An operation at its place.
     *
     * @param op      of an event without its payload
     * @param message what clients get of it, if anything
     */
    record Past(long position, RoomOp op, Optional<Message> message) {

        int size() {
            return OVERHEAD + message.map(Message::size).orElse(0);
        }
    }
}
