package id.aglis.portal.socketio;

import id.aglis.portal.engineio.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Applies room operations to the sockets of this instance. */
final class Delivering implements Consumer<Dispatcher.Delivery> {

    private static final Logger LOGGER = System.getLogger(Delivering.class.getName());

    private final SocketServer server;

    Delivering(SocketServer server) {
        this.server = server;
    }

    @Override
    public void accept(Dispatcher.Delivery delivery) {
        RoomOp op = delivery.op();
        if (op instanceof RoomOp.Report report) {
            server.answerDesk().take(report);
            return;
        }
        server.namespaces().find(op.namespace()).ifPresentOrElse(
                namespace -> apply(op, namespace, delivery.touch()),
                () -> reportNobody(op));
    }

    private void apply(RoomOp op, Namespace namespace, Consumer<Client> touch) {
        Rooms rooms = namespace.rooms();
        if (op instanceof RoomOp.Emit emit) {
            emit(emit, namespace, touch);
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

    /** One that is in too many rooms keeps none of the others out. */
    private static void join(Socket socket, String... rooms) {
        try {
            socket.join(rooms);
        } catch (LimitExceeded e) {
            LOGGER.log(Level.DEBUG, "A socket stays out of a room.", e);
        }
    }

    private void emit(RoomOp.Emit emit, Namespace namespace, Consumer<Client> touch) {
        if (emit.wantsAnswers()) {
            ask(emit, namespace, touch);
            return;
        }
        Message message = emit.payload().toMessage(SocketPacketType.EVENT, namespace.name(), SocketPacket.NO_ACK, emit.droppable());
        namespace.rooms().select(emit.selection(), socket -> offer(message, socket, touch));
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

    private void reportNobody(RoomOp op) {
        if (op instanceof RoomOp.Emit emit && emit.wantsAnswers()) {
            new Question(emit, SocketPacket.NO_ACK, server.instance()).reportTo(server::report, server.timer());
        }
    }
}
