package id.aglis.portal.socketio;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** This instance's answer to an event of another one. */
final class InstanceReply implements Ack {

    private final SocketServer server;
    private final RoomOp.ServerEmit emit;
    private final AtomicBoolean sent = new AtomicBoolean();

    InstanceReply(SocketServer server, RoomOp.ServerEmit emit) {
        this.server = server;
        this.emit = emit;
    }

    @Override
    public void send(Object... arguments) {
        if (wanted()) {
            report(Map.of(server.instance(), Payload.of(Arrays.asList(arguments))), Set.of());
        }
    }

    @Override
    public boolean wanted() {
        return !emit.request().isEmpty();
    }

    /** There will be no answer, so that nobody need wait for it. */
    void refuse() {
        if (wanted()) {
            report(Map.of(), Set.of(server.instance()));
        }
    }

    private void report(Map<String, Payload> received, Set<String> missing) {
        if (sent.compareAndSet(false, true)) {
            server.report(new RoomOp.Report(emit.namespace(), emit.request(), server.instance(), received, missing));
        }
    }
}
