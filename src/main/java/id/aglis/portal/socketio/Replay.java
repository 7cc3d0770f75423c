package id.aglis.portal.socketio;

import id.aglis.portal.engineio.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a client has missed: it goes through the log from where the client left, in the rooms that it was in, which change on the way as
 * they would have, had it been there.
 */
final class Replay {

    private final String namespace;
    private final String sid;
    private final RecoveryConfig limits;
    private final Map<String, Long> rooms;
    private final List<Message> missed = new ArrayList<>();
    private long position;
    private long bytes;
    private boolean over;

    /** @param rooms those it may hear, and the position at which it joined each */
    Replay(ConnectionRecord connection, Map<String, Long> rooms, RecoveryConfig limits) {
        this.namespace = connection.namespace();
        this.sid = connection.sid();
        this.position = connection.position();
        this.rooms = new HashMap<>(rooms);
        this.limits = limits;
    }

    /** Takes the next operation that this instance remembers. */
    void take(History.Past past) {
        take(past.position(), past.op(), past.message()::orElseThrow);
    }

    /** At that place there was nothing for anybody. */
    void pass(long at) {
        position = at;
    }

    /** Takes the next operation of the log. */
    void take(long at, RoomOp op, Supplier<Message> message) {
        position = at;
        if (!over && op.namespace().equals(namespace)) {
            apply(at, op, message);
        }
    }

    /** Up to where it has come. */
    long position() {
        return position;
    }

    /** Whether the client has to begin afresh: it missed too much, or was sent away meanwhile. */
    boolean isOver() {
        return over;
    }

    List<Message> missed() {
        return missed;
    }

    /** The rooms it is in by now, and the position at which it joined each. */
    Map<String, Long> rooms() {
        return rooms;
    }

    private void apply(long at, RoomOp op, Supplier<Message> message) {
        if (op instanceof RoomOp.Emit emit) {
            if (!emit.wantsAnswers() && isSelected(emit.selection(), at)) {
                miss(message.get());
            }
        } else if (op instanceof RoomOp.Join join && isSelected(join.selection(), at)) {
            join.rooms().forEach(room -> rooms.putIfAbsent(room, at));
        } else if (op instanceof RoomOp.Leave leave && isSelected(leave.selection(), at)) {
            leave.rooms().forEach(room -> leave(room, at));
        } else if (op instanceof RoomOp.Disconnect disconnect) {
            over = isSelected(disconnect.selection(), at);
        }
    }

    private void miss(Message message) {
        missed.add(message);
        bytes += message.size();
        over = missed.size() > limits.packets() || bytes > limits.bytes();
    }

    /** It may have joined again since. */
    private void leave(String room, long at) {
        if (isIn(room, at)) {
            rooms.remove(room);
        }
    }

    private boolean isSelected(Selection selection, long at) {
        return (selection.rooms().isEmpty() || isInAny(selection.rooms(), at)) && !isInAny(selection.except(), at);
    }

    private boolean isInAny(Set<String> names, long at) {
        return names.contains(sid) || names.stream().anyMatch(name -> isIn(name, at));
    }

    private boolean isIn(String room, long at) {
        Long joined = rooms.get(room);
        return joined != null && joined < at;
    }
}
