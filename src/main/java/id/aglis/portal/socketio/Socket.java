package id.aglis.portal.socketio;

import id.aglis.portal.engineio.TimerWheel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One client in one namespace. A client that comes back after its connection broke is a new socket; where the server {@link Recovery
 * recovers} connections, it has the id and the rooms of the old one, and gets what it missed.
 *
 * <p>Everything may be called from any thread; nothing waits for the network. What one thread emits arrives in that order. Handlers of
 * one client, over all its namespaces, run one at a time in the order of the wire, on threads of their own that may wait: a slow handler
 * holds back nobody but its own client. Once the socket has left, sending does nothing.
 */
public final class Socket {

    private static final Logger LOGGER = System.getLogger(Socket.class.getName());

    private final String id;
    private final boolean recovered;
    private final Client client;
    private final Namespace namespace;
    private final Handshake handshake;
    private final ConcurrentMap<String, Object> data = new ConcurrentHashMap<>(4);
    private final Map<String, EventHandler> handlers = new ConcurrentHashMap<>(8);
    private final List<Consumer<DisconnectReason>> leaving = new CopyOnWriteArrayList<>();
    private final List<Consumer<DisconnectReason>> left = new CopyOnWriteArrayList<>();
    private final Acks acks = new Acks();
    private final Membership membership;
    private volatile String identity = "";
    private volatile Optional<Registration> registration = Optional.empty();

    /** One that is new. */
    Socket(Client client, Namespace namespace, Handshake handshake) {
        this(client, namespace, handshake, SocketIds.next(), false);
    }

    /** One in place of another that had this id. */
    Socket(Client client, Namespace namespace, Handshake handshake, String id) {
        this(client, namespace, handshake, id, true);
    }

    private Socket(Client client, Namespace namespace, Handshake handshake, String id, boolean recovered) {
        this.id = id;
        this.recovered = recovered;
        this.client = client;
        this.namespace = namespace;
        this.handshake = handshake;
        this.membership = new Membership(this, namespace.rooms(), client.server().config().roomsPerSocket());
    }

    /** Public identity within the namespace; other than the session's, it is no secret. */
    public String id() {
        return id;
    }

    public Namespace namespace() {
        return namespace;
    }

    /** Whether it goes on where an earlier connection was lost: with its id, its rooms, and everything that it missed. */
    public boolean recovered() {
        return recovered;
    }

    public Handshake handshake() {
        return handshake;
    }

    /** Whatever the application wants to remember about this socket. Values cannot be null. */
    public ConcurrentMap<String, Object> data() {
        return data;
    }

    /** The rooms joined, without the one of its own id. */
    public Set<String> rooms() {
        return membership.rooms();
    }

    /**
     * Joins rooms, which come into being that way. A broadcast that was emitted before, even by the same thread, may not reach it yet.
     *
     * @throws LimitExceeded when it would be in more rooms than allowed; it has joined those before
     */
    public void join(String... rooms) {
        membership.join(rooms);
    }

    /** Leaves rooms; the one of its own id it never leaves. */
    public void leave(String... rooms) {
        membership.leave(rooms);
    }

    /**
     * Counts this socket against the connections of one user.
     *
     * @throws ConnectRefused when that user has too many on this instance
     */
    public void claim(String user) throws ConnectRefused {
        if (!client.server().users().enter(this, user)) {
            throw new ConnectRefused("Too many connections");
        }
    }

    /**
     * Says who is behind this socket, in a text that stays the same as long as somebody may hear what he heard before. To be called by an
     * admission; a connection is recovered only by whoever had it. Empty by default.
     */
    public void identify(String text) {
        identity = text;
    }

    /** Registers the one handler of an event, in place of an earlier one. Events without a handler are dropped, unanswered. */
    public void on(String event, EventHandler handler) {
        handlers.put(event, handler);
    }

    /** Called once, last, after the socket left its rooms, on its client's own turn. */
    public void onDisconnect(Consumer<DisconnectReason> told) {
        left.add(told);
    }

    /** Called once, while the socket is still in its rooms, on its client's own turn; its client can no longer be reached. */
    public void onDisconnecting(Consumer<DisconnectReason> told) {
        leaving.add(told);
    }

    /**
     * Sends an event to this client.
     *
     * @param arguments strings, numbers, booleans, null, lists, maps, byte arrays as themselves and anywhere in lists and maps, and
     *                  records, beans and JSON values, in which byte arrays become arrays of numbers
     * @throws IllegalArgumentException when the event name is reserved, or an argument has no JSON form
     */
    public void emit(String event, Object... arguments) {
        send(SocketPacketType.EVENT, SocketPacket.NO_ACK, client.server().unordered(Payload.ofEvent(event, arguments)));
    }

    /** Sends an event that is dropped where the client cannot take it at once: the next one makes up for it. */
    public void emitVolatile(String event, Object... arguments) {
        if (!membership.isGone()) {
            Payload payload = client.server().unordered(Payload.ofEvent(event, arguments));
            client.send(payload.toMessage(SocketPacketType.EVENT, namespace.name(), SocketPacket.NO_ACK, true));
        }
    }

    /** @return the answer; fails with a {@code TimeoutException}, or at once with a {@code CancellationException} when the socket leaves */
    public CompletionStage<Arguments> emitWithAck(Duration timeout, String event, Object... arguments) {
        Payload payload = Payload.ofEvent(event, arguments);
        long ackId = namespace.nextAckId();
        CompletableFuture<Arguments> answer = acks.expect(ackId);
        TimerWheel.Timeout limit = client.session().executeAfter(timeout.toMillis(), () -> {
            acks.forget(ackId);
            answer.completeExceptionally(new TimeoutException("No answer within " + timeout + "."));
        });
        answer.whenComplete((arrived, failure) -> limit.cancel());
        send(SocketPacketType.EVENT, ackId, payload);
        return answer;
    }

    /** Everybody in the namespace but this socket. */
    public Broadcast broadcast() {
        return namespace.all().except(id);
    }

    /**
     * Makes it leave the namespace, or with {@code close} ends its whole connection, with the other namespaces on it, after what was
     * emitted before has been sent. The client does not come back by itself. Does nothing while the socket is being admitted:
     * {@link ConnectRefused} is for that.
     */
    public void disconnect(boolean close) {
        if (close) {
            client.disconnectAll();
        } else {
            client.disconnect(this);
        }
    }

    /** Breaks the connection below, so that the client comes back by itself. */
    public void closeTransport() {
        client.breakOff();
    }

    Client client() {
        return client;
    }

    Acks acks() {
        return acks;
    }

    void send(SocketPacketType type, long ackId, Payload payload) {
        if (!membership.isGone()) {
            client.send(payload.toMessage(type, namespace.name(), ackId, false));
        }
    }

    String identity() {
        return identity;
    }

    Membership membership() {
        return membership;
    }

    /** How far the log has been delivered here. */
    long position() {
        return client.server().history().position();
    }

    Optional<Registration> registration() {
        return registration;
    }

    void register(Registration own) {
        registration = Optional.of(own);
    }

    /** Does something once its rooms are kept where they outlive this instance: what a client was told is so must not be undone. */
    void whenKept(Runnable action) {
        registration.ifPresentOrElse(own -> own.whenWritten(action), action);
    }

    void roomsChanged() {
        registration.ifPresent(Registration::changed);
    }

    /** The CONNECT packet is queued: from here on broadcasts may follow it. */
    void enter() {
        membership.enter();
        roomsChanged();
    }

    /** From now on it hears nothing more, and its client, if there still is one, has to come back. */
    void cutOff() {
        membership.exit();
        closeTransport();
    }

    void receive(SocketPacket packet) {
        List<Object> list = packet.list();
        if (!packet.type().isEvent()) {
            acks.answered(packet.ackId(), new Arguments(list));
            return;
        }
        EventHandler handler = handlers.get(list.get(0).toString());
        if (handler != null) {
            handle(handler, new Arguments(list.subList(1, list.size())), new Reply(this, packet.ackId()));
        }
    }

    private void handle(EventHandler handler, Arguments arguments, Ack ack) {
        try {
            handler.handle(arguments, ack);
        } catch (LimitExceeded | UnfitArgument e) {
            ack.send(Map.of("error", e.getMessage()));
        } catch (Exception | Error e) {
            LOGGER.log(Level.ERROR, "A handler failed. namespace=" + namespace.name(), e);
            ack.send(Map.of("error", "Internal error"));
        }
    }

    void leaveNamespace(DisconnectReason reason) {
        registration.ifPresent(reason.isRecoverable() ? Registration::lose : Registration::end);
        leaving.forEach(told -> tell(told, reason));
        discard();
        left.forEach(told -> tell(told, reason));
    }

    /** Gives back all it has; if its admission was refused, nobody has seen this socket. */
    void discard() {
        membership.exit();
        client.server().users().exit(this);
        client.server().namespaces().leave(namespace);
        acks.close();
    }

    private static void tell(Consumer<DisconnectReason> told, DisconnectReason reason) {
        try {
            told.accept(reason);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "A disconnect handler failed.", e);
        }
    }
}
