package id.aglis.portal.socketio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Answers what instances want to know of each other. Who is there is noted at the inquiry's place in the order of broadcasts; what takes
 * time happens one after the other on a thread that may wait, so that broadcasts need not.
 */
final class Inquiries {

    private static final Logger LOGGER = System.getLogger(Inquiries.class.getName());

    private final SocketServer server;
    private final Executor lane;

    /** @param lane runs one task at a time, in their order */
    Inquiries(SocketServer server, Executor lane) {
        this.server = server;
        this.lane = lane;
    }

    void answer(RoomOp.Fetch fetch) {
        List<RemoteSocket> found = new ArrayList<>();
        server.namespaces().find(fetch.namespace()).ifPresent(namespace -> namespace.rooms().select(fetch.selection(),
                socket -> found.add(RemoteSocket.of(socket, server.instance()))));
        lane.execute(() -> report(fetch, payloads(found)));
    }

    void answer(RoomOp.Count count) {
        List<String> found = new ArrayList<>();
        server.namespaces().find(count.namespace())
                .ifPresent(namespace -> namespace.rooms().select(count.selection(), socket -> found.add(socket.id())));
        report(count, Map.of(server.instance(), Payload.of(List.of(found.size()))));
    }

    void hear(RoomOp.ServerEmit emit) {
        if (!emit.from().equals(server.instance())) {
            lane.execute(() -> handle(emit));
        }
    }

    private static Map<String, Payload> payloads(List<RemoteSocket> sockets) {
        Map<String, Payload> payloads = new LinkedHashMap<>();
        sockets.forEach(socket -> payloads.put(socket.id(), socket.toPayload()));
        return payloads;
    }

    private void report(RoomOp.Inquiry inquiry, Map<String, Payload> found) {
        server.report(new RoomOp.Report(inquiry.namespace(), inquiry.request(), server.instance(), found, Set.of()));
    }

    private void handle(RoomOp.ServerEmit emit) {
        InstanceReply reply = new InstanceReply(server, emit);
        List<Object> list = emit.payload().list();
        Optional<EventHandler> handler = server.namespaces().find(emit.namespace())
                .flatMap(namespace -> namespace.serverSide(list.get(0).toString()));
        if (handler.isEmpty()) {
            reply.refuse();
            return;
        }
        try {
            handler.get().handle(new Arguments(list.subList(1, list.size())), reply);
        } catch (Exception | Error e) {
            LOGGER.log(Level.ERROR, "A handler of events of other instances failed. namespace=" + emit.namespace(), e);
            reply.refuse();
        }
    }
}
