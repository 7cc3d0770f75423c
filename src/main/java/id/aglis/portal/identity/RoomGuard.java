package id.aglis.portal.identity;

import id.aglis.portal.realtime.Room;

/**
 * Decides about one kind of room that browsers may ask to join. A feature contributes one as a bean; a room that no guard speaks for is
 * refused. Called on the mailbox of the asking socket, outside any transaction, and again whenever the caller's rights change.
 */
public interface RoomGuard {

    /** Whether {@code room} is of the kind that this guard decides about. */
    boolean guards(Room room);

    /** Whether the caller may hear what is said in {@code room}; also {@code false} when the thing behind it does not exist. */
    boolean mayJoin(Room room, Caller caller);
}
