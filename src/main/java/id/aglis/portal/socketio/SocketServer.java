package id.aglis.portal.socketio;

import id.aglis.portal.cluster.BroadcastLog;
import id.aglis.portal.cluster.InstanceId;
import id.aglis.portal.engineio.Session;
import id.aglis.portal.engineio.SessionListener;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All namespaces of this instance, and the one listener of its sessions. Namespaces are opened before the first client comes. */
public final class SocketServer implements SessionListener, AutoCloseable {

    private final ConcurrentMap<String, Namespace> namespaces = new ConcurrentHashMap<>();

    /** @param executor runs the delivery of broadcasts; a managed one in a container */
    public SocketServer(SocketConfig config, InstanceId instance, BroadcastLog log, Executor executor) {
    }

    /** The namespace of that name, opened if it is new; {@code /} is always open. */
    public Namespace namespace(String name) {
        return namespaces.computeIfAbsent(name, Namespace::new);
    }

    /** Opens namespaces on demand: those whose name matches are set up once, when the first client asks for them. */
    public void namespaces(Predicate<String> matches, Consumer<Namespace> setUp) {
    }

    @Override
    public Receiver opened(Session session) {
        throw new UnsupportedOperationException();
    }

    /** Stops delivery; sessions are closed by their engine. */
    @Override
    public void close() {
    }
}
