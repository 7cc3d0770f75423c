package id.aglis.portal.socketio;

import id.aglis.portal.engineio.CloseReason;
import id.aglis.portal.engineio.FlushRound;
import id.aglis.portal.engineio.Message;
import id.aglis.portal.engineio.Session;
import id.aglis.portal.engineio.SessionListener;
import id.aglis.portal.engineio.TimerWheel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One session that speaks Socket.IO: its sockets by namespace, and the binary packet it is in the middle of. Everything here happens in
 * the session's mailbox. A packet against the protocol breaks the session off, whatever else waits.
 */
final class Client implements SessionListener.Receiver {

    private final SocketServer server;
    private final Session session;
    private final Map<String, Socket> sockets = new HashMap<>(4);
    private final TimerWheel.Timeout connectTimeout;
    private final Entrance entrance;
    private PartialPacket partial;
    private boolean broken;
    private boolean closed;
    /** How far the log had been delivered when the ping went out that the client has not answered. */
    private OptionalLong atPing = OptionalLong.empty();
    /** Belongs to the dispatcher. */
    private boolean touched;

    Client(SocketServer server, Session session) {
        this.server = server;
        this.session = session;
        this.entrance = new Entrance(this);
        this.connectTimeout = session.executeAfter(server.config().connectTimeout().toMillis(), this::endUnlessConnected);
    }

    SocketServer server() {
        return server;
    }

    Session session() {
        return session;
    }

    void send(Message message) {
        session.send(message);
    }

    /** @return whether it was not touched in this round of the dispatcher */
    boolean touch() {
        boolean first = !touched;
        touched = true;
        return first;
    }

    void untouch() {
        touched = false;
    }

    void disconnect(Socket socket) {
        session.execute(() -> {
            if (sockets.remove(socket.namespace().name(), socket)) {
                sendDisconnect(socket);
                socket.leaveNamespace(DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
            }
        });
    }

    void disconnectAll() {
        session.execute(() -> {
            List.copyOf(sockets.values()).forEach(Client::sendDisconnect);
            leaveAll(DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
            session.close();
        });
    }

    void breakOff() {
        session.breakOff(CloseReason.FORCED_CLOSE);
    }

    @Override
    public void text(String message) {
        if (broken) {
            return;
        }
        try {
            if (partial != null) {
                throw new IllegalArgumentException("A text came where a binary part was due.");
            }
            SocketPacket packet = SocketCodec.decode(message);
            if (packet.type().hasAttachments()) {
                begin(packet);
            } else {
                take(packet);
            }
        } catch (IllegalArgumentException e) {
            violation(CloseReason.PARSE_ERROR);
        }
    }

    @Override
    public void binary(byte[] message) {
        if (broken) {
            return;
        }
        try {
            if (partial == null) {
                throw new IllegalArgumentException("A binary part came without a packet.");
            }
            partial.add(message);
            takeIfComplete();
        } catch (IllegalArgumentException e) {
            violation(CloseReason.PARSE_ERROR);
        }
    }

    @Override
    public void pinging() {
        atPing = OptionalLong.of(server.history().position());
    }

    @Override
    public void ponged() {
        atPing.ifPresent(position -> sockets.values().forEach(socket -> socket.registration().ifPresent(own -> own.confirm(position))));
        forgetPing();
    }

    @Override
    public void closed(CloseReason reason) {
        broken = true;
        closed = true;
        partial = null;
        connectTimeout.cancel();
        leaveAll(DisconnectReason.of(reason));
    }

    private void begin(SocketPacket packet) {
        if (packet.attachments() > server.config().maxAttachments()) {
            throw new IllegalArgumentException("The packet has too many attachments.");
        }
        partial = new PartialPacket(packet);
        takeIfComplete();
    }

    private void takeIfComplete() {
        if (partial.isComplete()) {
            SocketPacket complete = partial.complete();
            partial = null;
            take(complete);
        }
    }

    private void take(SocketPacket packet) {
        if (packet.type() == SocketPacketType.CONNECT) {
            if (!entrance.take(packet)) {
                violation(CloseReason.FORCED_CLOSE);
            }
            return;
        }
        Socket socket = sockets.get(packet.namespace());
        if (socket == null) {
            violation(CloseReason.FORCED_CLOSE);
        } else if (packet.type() == SocketPacketType.DISCONNECT) {
            sockets.remove(packet.namespace());
            socket.leaveNamespace(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT);
        } else {
            socket.receive(packet);
        }
    }

    Entrance entrance() {
        return entrance;
    }

    boolean isOpen() {
        return !closed;
    }

    boolean isIn(String namespace) {
        return sockets.containsKey(namespace);
    }

    boolean isIn(Socket socket) {
        return sockets.get(socket.namespace().name()) == socket;
    }

    int count() {
        return sockets.size();
    }

    /** It has been admitted. */
    void keep(Socket socket) {
        connectTimeout.cancel();
        sockets.put(socket.namespace().name(), socket);
    }

    /** It is not to be, after all. */
    void drop(Socket socket) {
        sockets.remove(socket.namespace().name(), socket);
    }

    /** What was queued lately may be behind the ping that is under way. */
    void forgetPing() {
        atPing = OptionalLong.empty();
    }

    private static void sendDisconnect(Socket socket) {
        socket.client().send(Message.of(SocketCodec.encode(SocketPacketType.DISCONNECT, 0, socket.namespace().name(),
                SocketPacket.NO_ACK, "")));
    }

    private void endUnlessConnected() {
        if (sockets.isEmpty() && !entrance.isBusy()) {
            violation(CloseReason.FORCED_CLOSE);
        }
    }

    private void violation(CloseReason reason) {
        broken = true;
        session.breakOff(reason);
    }

    private void leaveAll(DisconnectReason reason) {
        List<Socket> left = List.copyOf(sockets.values());
        sockets.clear();
        left.forEach(socket -> socket.leaveNamespace(reason));
    }
}
