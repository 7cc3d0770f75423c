package id.aglis.portal.socketio;

import id.aglis.portal.engineio.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;

/** Applies room operations to the sockets of this instance. */
final class Delivering implements Consumer<Dispatcher.Delivery> {

    private static final Logger LOGGER = System.getLogger(Delivering.class.getName());

    private final SocketServer server;
    private final Inquiries inquiries;

    Delivering(SocketServer server, Inquiries inquiries) {
        this.server = server;
        this.inquiries = inquiries;
    }

    @Override
    public void accept(Dispatcher.Delivery delivery) {
        try {
            apply(delivery);
        } finally {
            if (delivery.isInLog()) {
                server.history().pass(delivery.position());
            }
        }
    }

    private void apply(Dispatcher.Delivery delivery) {
        RoomOp op = delivery.op();
        if (op instanceof RoomOp.Emit emit) {
            emit(emit, delivery);
        } else if (op instanceof RoomOp.Fetch fetch) {
            inquiries.answer(fetch);
        } else if (op instanceof RoomOp.Count count) {
            inquiries.answer(count);
        } else if (op instanceof RoomOp.ServerEmit emit) {
            inquiries.hear(emit);
        } else {
            server.namespaces().find(op.namespace()).ifPresent(namespace -> apply(op, namespace.rooms()));
            remember(delivery, op, Optional.empty());
        }
    }

    private static void apply(RoomOp op, Rooms rooms) {
        if (op instanceof RoomOp.Supersede supersede) {
            rooms.find(supersede.sid()).filter(socket -> !supersede.connection().equals(connection(socket))).ifPresent(Socket::cutOff);
        } else if (op instanceof RoomOp.Join join) {
            String[] joined = join.rooms().toArray(String[]::new);
            rooms.select(join.selection(), socket -> join(socket, joined));
        } else if (op instanceof RoomOp.Leave leave) {
            String[] left = leave.rooms().toArray(String[]::new);
            rooms.select(leave.selection(), socket -> socket.leave(left));
        } else if (op instanceof RoomOp.Disconnect disconnect) {
            rooms.select(disconnect.selection(), socket -> socket.disconnect(disconnect.close()));
        }
    }

    private static String connection(Socket socket) {
        return socket.registration().map(Registration::connection).orElse("");
    }

    /** One that is in too many rooms keeps none of the others out. */
    private static void join(Socket socket, String... rooms) {
        try {
            socket.join(rooms);
        } catch (LimitExceeded e) {
            LOGGER.log(Level.DEBUG, "A socket stays out of a room.", e);
        }
    }

    private void emit(RoomOp.Emit emit, Dispatcher.Delivery delivery) {
        Optional<Namespace> namespace = server.namespaces().find(emit.namespace());
        if (emit.wantsAnswers()) {
            namespace.ifPresentOrElse(present -> ask(emit, present, delivery.touch()), () -> reportNobody(emit));
            return;
        }
        if (namespace.isEmpty() && server.recovery().isEmpty()) {
            return;
        }
        Message message = server.message(emit, delivery.position());
        namespace.ifPresent(present -> present.rooms().select(emit.selection(), socket -> offer(message, socket, delivery.touch())));
        remember(delivery, emit.withoutPayload(), Optional.of(message));
    }

    private void remember(Dispatcher.Delivery delivery, RoomOp op, Optional<Message> message) {
        if (delivery.isInLog()) {
            server.history().add(new History.Past(delivery.position(), op, message));
        }
    }

    private void ask(RoomOp.Emit emit, Namespace namespace, Consumer<Client> touch) {
        long ackId = namespace.nextAckId();
        Message message = emit.payload().toMessage(SocketPacketType.EVENT, namespace.name(), ackId, false);
        Question question = new Question(emit, ackId, server.instance());
        namespace.rooms().select(emit.selection(), socket -> {
            question.ask(socket);
            offer(message, socket, touch);
        });
        question.reportTo(server::report, server.timer());
    }

    private static void offer(Message message, Socket socket, Consumer<Client> touch) {
        socket.client().session().offer(message);
        touch.accept(socket.client());
    }

    private void reportNobody(RoomOp.Emit emit) {
        new Question(emit, SocketPacket.NO_ACK, server.instance()).reportTo(server::report, server.timer());
    }
}
