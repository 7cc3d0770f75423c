package id.aglis.portal.socketio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One client in one namespace. Its handlers run one after another; everything may be called from any thread, and what one thread
 * emits arrives in that order.
 */
public final class Socket {

    private static final Logger LOGGER = System.getLogger(Socket.class.getName());

    private final String id = SocketIds.next();
    private final Client client;
    private final Namespace namespace;
    private final Handshake handshake;
    private final ConcurrentMap<String, Object> data = new ConcurrentHashMap<>(4);
    private final Map<String, EventHandler> handlers = new ConcurrentHashMap<>(8);
    private final List<Consumer<DisconnectReason>> leaving = new CopyOnWriteArrayList<>();
    private final List<Consumer<DisconnectReason>> left = new CopyOnWriteArrayList<>();
    private final Acks acks = new Acks();
    private final Membership membership;

    Socket(Client client, Namespace namespace, Handshake handshake) {
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

    public Handshake handshake() {
        return handshake;
    }

    /** Whatever the application wants to remember about this socket. */
    public ConcurrentMap<String, Object> data() {
        return data;
    }

    /** The rooms joined, without the one of its own id. */
    public Set<String> rooms() {
        return membership.rooms();
    }

    /** @throws IllegalStateException when it would be in more rooms than allowed */
    public void join(String... rooms) {
        membership.join(rooms);
    }

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

    /** Registers the one handler of an event. */
    public void on(String event, EventHandler handler) {
        handlers.put(event, handler);
    }

    /** Called once, after the socket left its rooms. */
    public void onDisconnect(Consumer<DisconnectReason> told) {
        left.add(told);
    }

    /** Called once, while the socket is still in its rooms. */
    public void onDisconnecting(Consumer<DisconnectReason> told) {
        leaving.add(told);
    }

    /** Arguments may be strings, numbers, booleans, null, lists, maps, byte arrays anywhere, records, beans and JSON values. */
    public void emit(String event, Object... arguments) {
        send(SocketPacketType.EVENT, SocketPacket.NO_ACK, Payload.ofEvent(event, arguments));
    }

    /** @return the answer; fails with a {@code TimeoutException}, or at once with a {@code CancellationException} when the socket leaves */
    public CompletionStage<Arguments> emitWithAck(Duration timeout, String event, Object... arguments) {
        Payload payload = Payload.ofEvent(event, arguments);
        long ackId = namespace.nextAckId();
        CompletableFuture<Arguments> answer = acks.expect(ackId);
        client.session().executeAfter(timeout.toMillis(), () -> {
            acks.forget(ackId);
            answer.completeExceptionally(new TimeoutException("No answer within " + timeout + "."));
        });
        send(SocketPacketType.EVENT, ackId, payload);
        return answer;
    }

    /** Everybody in the namespace but this socket. */
    public Broadcast broadcast() {
        return namespace.all().except(id);
    }

    /** Leaves the namespace, or with {@code close} ends the whole connection. The client does not come back by itself. */
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
        client.send(payload.toMessage(type, namespace.name(), ackId, false));
    }

    /** The CONNECT packet is queued: from here on broadcasts may follow it. */
    void enter() {
        membership.enter();
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
        } catch (Exception e) {
            LOGGER.log(Level.ERROR, "A handler failed. namespace=" + namespace.name(), e);
            ack.send(Map.of("error", "Internal error"));
        }
    }

    void leaveNamespace(DisconnectReason reason) {
        leaving.forEach(told -> tell(told, reason));
        membership.exit();
        client.server().users().exit(this);
        acks.close();
        left.forEach(told -> tell(told, reason));
    }

    /** Admission was refused: nobody has seen this socket. */
    void discard() {
        membership.exit();
        client.server().users().exit(this);
        acks.close();
    }

    private static void tell(Consumer<DisconnectReason> told, DisconnectReason reason) {
        try {
            told.accept(reason);
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A disconnect handler failed.", e);
        }
    }
}
