package id.aglis.portal.realtime;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Something to be said to the sockets of some rooms; immutable, and reusable. A socket in several of the rooms hears it once.
 * <p>
 * Called inside a transaction, every verb takes effect after its commit, in the order of the calls, even if this instance dies in between;
 * after a rollback it takes no effect. Called outside a transaction it takes effect at once. The verbs never fail because of the network.
 */
public final class Announcement {

    private final List<Room> rooms;
    private final List<Room> except;
    private final Consumer<Publication> way;
    private final InstantSource time;

    Announcement(List<Room> rooms, List<Room> except, Consumer<Publication> way, InstantSource time) {
        this.rooms = List.copyOf(rooms);
        this.except = List.copyOf(except);
        this.way = way;
        this.time = time;
    }

    /** Adds rooms whose sockets are addressed as well. */
    public Announcement to(Room... more) {
        return new Announcement(concat(rooms, more), except, way, time);
    }

    /** Adds rooms whose sockets are left out, whatever other room they are in. */
    public Announcement except(Room... more) {
        return new Announcement(rooms, concat(except, more), way, time);
    }

    /**
     * Sends the event with the envelope {@code {id, at, entity, data}}.
     *
     * @param data a view that every addressed person may read through REST; becomes JSON at once
     */
    public void emit(EventName event, Entity entity, Object data) {
        Objects.requireNonNull(entity, "An event about an entity needs the entity.");
        way.accept(Publication.emit(rooms, except, event, entity, data, time.instant()));
    }

    /** As {@link #emit(EventName, Entity, Object)}, for events that are about no single thing; {@code entity} is left out of the envelope. */
    public void emit(EventName event, Object data) {
        way.accept(Publication.emit(rooms, except, event, null, data, time.instant()));
    }

    /** Takes the addressed sockets out of {@code room}. */
    public void leave(Room room) {
        way.accept(Publication.leave(rooms, except, room));
    }

    /** Disconnects the addressed sockets; their clients do not come back by themselves. */
    public void disconnect() {
        way.accept(Publication.disconnect(rooms, except));
    }

    private static List<Room> concat(List<Room> some, Room... more) {
        List<Room> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
