package id.aglis.portal.socketio;

import id.aglis.portal.engineio.FlushRound;
import id.aglis.portal.engineio.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How one client gets into namespaces: afresh, or back into what it had. Everything here happens in the session's mailbox. */
final class Entrance {

    private static final Logger LOGGER = System.getLogger(Entrance.class.getName());
    /** Longer than any that is given out. */
    private static final int MAX_PID = 64;

    private final Client client;
    private final SocketServer server;
    /** Namespaces that it is on its way back into. */
    private final Set<String> returning = new HashSet<>(1);

    Entrance(Client client) {
        this.client = client;
        this.server = client.server();
    }

    /** A CONNECT packet came. @return false when that is against the protocol */
    boolean take(SocketPacket packet) {
        String name = packet.namespace();
        if (client.isIn(name) || returning.contains(name)) {
            return false;
        }
        if (client.count() + returning.size() >= server.config().namespacesPerClient()) {
            refuse(name, new ConnectRefused("Too many namespaces"));
            return true;
        }
        server.namespaces().enter(name).ifPresentOrElse(namespace -> begin(namespace, auth(packet.data())),
                () -> refuse(name, new ConnectRefused("Invalid namespace")));
        return true;
    }

    /** Whether it is on its way into some namespace. */
    boolean isBusy() {
        return !returning.isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> auth(Object data) {
        return data == null ? Map.of() : (Map<String, Object>) data;
    }

    private void begin(Namespace namespace, Map<String, Object> auth) {
        Optional<Recovery> recovery = server.recovery().filter(present -> auth.get("pid") instanceof String pid && pid.length() <= MAX_PID);
        if (recovery.isPresent()) {
            returning.add(namespace.name());
            new Resumption(client, namespace, auth, recovery.get()).begin();
        } else {
            enter(namespace, auth);
        }
    }

    /** It could not be recovered, and begins afresh. */
    void beginAfresh(Namespace namespace, Map<String, Object> auth) {
        returning.remove(namespace.name());
        if (client.isOpen()) {
            enter(namespace, auth);
        } else {
            server.namespaces().leave(namespace);
        }
    }

    private void enter(Namespace namespace, Map<String, Object> auth) {
        Socket socket = new Socket(client, namespace, Handshake.of(client.session().request(), auth));
        if (!admit(socket)) {
            return;
        }
        server.recovery().ifPresent(recovery -> register(socket, recovery));
        client.keep(socket);
        client.session().offer(answer(socket));
        socket.enter();
        client.session().flush(new FlushRound());
        opened(socket);
    }

    private void register(Socket socket, Recovery recovery) {
        ConnectionRecord record = new ConnectionRecord(socket.namespace().name(), socket.id(), socket.identity(), Recovery.secret(),
                server.instance(), socket.position(), Map.of());
        socket.register(Registration.ofNew(recovery, socket, record));
    }

    /**
     * A refusal is final for a client; one about whom nothing could be decided is to try again, as it does when its connection breaks.
     *
     * @return false when it is not to come in, which has been seen to
     */
    boolean admit(Socket socket) {
        String name = socket.namespace().name();
        try {
            socket.namespace().admit(socket);
            return true;
        } catch (ConnectRefused e) {
            turnAway(socket);
            refuse(name, e);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "An admission failed; the client is to come again. namespace=" + name, e);
            turnAway(socket);
            client.breakOff();
        }
        return false;
    }

    private void turnAway(Socket socket) {
        socket.discard();
        returning.remove(socket.namespace().name());
    }

    /** The answer has been queued. */
    void opened(Socket socket) {
        returning.remove(socket.namespace().name());
        if (client.isIn(socket)) {
            client.forgetPing();
            socket.namespace().opened(socket);
        }
    }

    static Message answer(Socket socket) {
        Map<String, Object> answer = new HashMap<>(Map.of("sid", socket.id()));
        socket.registration().ifPresent(registration -> answer.put("pid", registration.pid()));
        return packet(SocketPacketType.CONNECT, socket.namespace().name(), answer);
    }

    private void refuse(String namespace, ConnectRefused refused) {
        Map<String, Object> error = new HashMap<>(Map.of("message", refused.getMessage()));
        refused.data().ifPresent(data -> error.put("data", data));
        client.send(packet(SocketPacketType.CONNECT_ERROR, namespace, error));
    }

    private static Message packet(SocketPacketType type, String namespace, Object data) {
        return Message.of(SocketCodec.encode(type, 0, namespace, SocketPacket.NO_ACK, JsonText.write(data)));
    }
}
