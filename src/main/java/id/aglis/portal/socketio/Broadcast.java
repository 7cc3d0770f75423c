package id.aglis.portal.socketio;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Whom something is for; immutable, so that every step makes a new one, and steps may come in any order. Without {@link #to} it is for
 * the whole namespace, on all instances.
 *
 * <p>All instances hear broadcasts in the same order, and so do all clients; what one thread broadcasts keeps its order in that. Nothing
 * here waits: it may be called from any thread.
 */
public final class Broadcast {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final String namespace;
    private final Publisher publisher;
    private final Selection selection;
    private final boolean local;
    private final boolean droppable;
    private final String eventId;
    private final Duration timeout;

    private Broadcast(String namespace, Publisher publisher, Selection selection, boolean local, boolean droppable, String eventId,
            Duration timeout) {
        this.namespace = namespace;
        this.publisher = publisher;
        this.selection = selection;
        this.local = local;
        this.droppable = droppable;
        this.eventId = eventId;
        this.timeout = timeout;
    }

    static Broadcast toAll(String namespace, Publisher publisher) {
        return new Broadcast(namespace, publisher, Selection.ALL, false, false, "", DEFAULT_TIMEOUT);
    }

    /** Also to the sockets in any of these rooms; each socket gets it once. A socket is in a room named like its id. */
    public Broadcast to(String... rooms) {
        return new Broadcast(namespace, publisher, selection.to(rooms), local, droppable, eventId, timeout);
    }

    /** Another word for {@link #to}. */
    public Broadcast in(String... rooms) {
        return to(rooms);
    }

    /** Not to the sockets in any of these rooms, whatever other rooms they are in. */
    public Broadcast except(String... rooms) {
        return new Broadcast(namespace, publisher, selection.except(rooms), local, droppable, eventId, timeout);
    }

    /** Only to sockets on this instance, past the log and its order. */
    public Broadcast local() {
        return new Broadcast(namespace, publisher, selection, true, droppable, eventId, timeout);
    }

    /** An event that may be dropped where a client or an instance cannot take it at once; it takes no place in the order. */
    public Broadcast asVolatile() {
        return new Broadcast(namespace, publisher, selection, local, true, eventId, timeout);
    }

    /** Taken for the sake of code that says so elsewhere; compression of WebSockets is not offered, and answers to polls never need it. */
    public Broadcast compress(boolean wanted) {
        return this;
    }

    /** Names the event, so that emitting it again, after a crash say, is harmless while the log remembers it. */
    public Broadcast withId(String id) {
        return new Broadcast(namespace, publisher, selection, local, droppable, id, timeout);
    }

    /** How long {@link #emitWithAck}, {@link #fetchSockets} and {@link #countSockets} wait; default 10 s. */
    public Broadcast timeout(Duration limit) {
        return new Broadcast(namespace, publisher, selection, local, droppable, eventId, limit);
    }

    /**
     * Sends an event.
     *
     * @param arguments as those of {@link Socket#emit}
     * @return the position in the log, once it is kept; -1 for volatile and local broadcasts; fails when the log cannot be reached
     * @throws IllegalArgumentException when the event name is reserved, or an argument has no JSON form
     */
    public CompletionStage<Long> emit(String event, Object... arguments) {
        return publisher.publish(new RoomOp.Emit(namespace, selection, Payload.ofEvent(event, arguments), droppable, "", 0),
                reach(), eventId);
    }

    /** @return who answered what, and who did not, once all have or the time is over; never fails for a missing answer */
    public CompletionStage<Answers> emitWithAck(String event, Object... arguments) {
        return publisher.ask(namespace, selection, Payload.ofEvent(event, arguments), reach(), timeout);
    }

    /**
     * Who is there, on all instances: as of one place in the order of broadcasts, so after what was emitted, joined or left before.
     *
     * @return all that was told when the time is over, or sooner if nobody else is waited for; never fails for an instance that is silent
     */
    public CompletionStage<Fetched> fetchSockets() {
        return publisher.inquire(sureReach(), timeout, request -> new RoomOp.Fetch(namespace, selection, request)).thenApply(Fetched::of);
    }

    /** How many there are, on all instances; otherwise as {@link #fetchSockets}, for a fraction of the effort. */
    public CompletionStage<Counted> countSockets() {
        return publisher.inquire(sureReach(), timeout, request -> new RoomOp.Count(namespace, selection, request)).thenApply(Counted::of);
    }

    /** Makes the sockets join rooms, but for those that are in too many already. */
    public CompletionStage<Long> join(String... rooms) {
        return apply(new RoomOp.Join(namespace, selection, Set.copyOf(List.of(rooms))));
    }

    /** Makes the sockets leave rooms. */
    public CompletionStage<Long> leave(String... rooms) {
        return apply(new RoomOp.Leave(namespace, selection, Set.copyOf(List.of(rooms))));
    }

    /** Disconnects the sockets; with {@code close} the connection below them too. They do not come back by themselves. */
    public CompletionStage<Long> disconnect(boolean close) {
        return apply(new RoomOp.Disconnect(namespace, selection, close));
    }

    private CompletionStage<Long> apply(RoomOp op) {
        return publisher.publish(op, sureReach(), eventId);
    }

    /** Only events may be dropped. */
    private Publisher.Reach sureReach() {
        return local ? Publisher.Reach.LOCAL : Publisher.Reach.CLUSTER;
    }

    private Publisher.Reach reach() {
        if (local) {
            return Publisher.Reach.LOCAL;
        }
        return droppable ? Publisher.Reach.CLUSTER_VOLATILE : Publisher.Reach.CLUSTER;
    }
}
