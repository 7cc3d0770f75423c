package id.aglis.portal.socketio;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Whom something is for; immutable, so that every step makes a new one. Without {@link #to} it is for the whole namespace. All
 * instances hear broadcasts in the same order.
 */
public final class Broadcast {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final String namespace;
    private final Publisher publisher;
    private final Selection selection;
    private final Publisher.Reach reach;
    private final String eventId;
    private final Duration timeout;

    private Broadcast(String namespace, Publisher publisher, Selection selection, Publisher.Reach reach, String eventId,
            Duration timeout) {
        this.namespace = namespace;
        this.publisher = publisher;
        this.selection = selection;
        this.reach = reach;
        this.eventId = eventId;
        this.timeout = timeout;
    }

    static Broadcast toAll(String namespace, Publisher publisher) {
        return new Broadcast(namespace, publisher, Selection.ALL, Publisher.Reach.CLUSTER, "", DEFAULT_TIMEOUT);
    }

    /** Also to the sockets in any of these rooms; each socket gets it once. A socket's id is a room of its own. */
    public Broadcast to(String... rooms) {
        return new Broadcast(namespace, publisher, selection.to(rooms), reach, eventId, timeout);
    }

    /** Not to the sockets in any of these rooms. */
    public Broadcast except(String... rooms) {
        return new Broadcast(namespace, publisher, selection.except(rooms), reach, eventId, timeout);
    }

    /** Only to sockets on this instance, past the log and its order. */
    public Broadcast local() {
        return new Broadcast(namespace, publisher, selection, Publisher.Reach.LOCAL, eventId, timeout);
    }

    /** May be dropped where a client or an instance cannot take it at once; takes no place in the order. */
    public Broadcast asVolatile() {
        return new Broadcast(namespace, publisher, selection, Publisher.Reach.CLUSTER_VOLATILE, eventId, timeout);
    }

    /** Names the event, so that emitting it again, after a crash say, is harmless while the log remembers it. */
    public Broadcast withId(String id) {
        return new Broadcast(namespace, publisher, selection, reach, id, timeout);
    }

    /** How long {@link #emitWithAck} waits; default 10 s. */
    public Broadcast timeout(Duration limit) {
        return new Broadcast(namespace, publisher, selection, reach, eventId, limit);
    }

    /** @return the position in the log, once it is kept; -1 for volatile and local broadcasts */
    public CompletionStage<Long> emit(String event, Object... arguments) {
        return publisher.publish(new RoomOp.Emit(namespace, selection, Payload.ofEvent(event, arguments),
                reach == Publisher.Reach.CLUSTER_VOLATILE, "", 0), reach, eventId);
    }

    /** @return who answered what, once all have or the time is over; never fails for a missing answer */
    public CompletionStage<Answers> emitWithAck(String event, Object... arguments) {
        return publisher.ask(namespace, selection, Payload.ofEvent(event, arguments), reach, timeout);
    }

    /** Makes the sockets join rooms. */
    public void join(String... rooms) {
        publisher.publish(new RoomOp.Join(namespace, selection, Set.of(rooms)), reach, eventId);
    }

    /** Makes the sockets leave rooms. */
    public void leave(String... rooms) {
        publisher.publish(new RoomOp.Leave(namespace, selection, Set.of(rooms)), reach, eventId);
    }

    /** Disconnects the sockets; with {@code close} the connection below them too. They do not come back by themselves. */
    public void disconnect(boolean close) {
        publisher.publish(new RoomOp.Disconnect(namespace, selection, close), reach, eventId);
    }
}
