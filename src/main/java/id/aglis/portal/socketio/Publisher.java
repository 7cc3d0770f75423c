package id.aglis.portal.socketio;

import id.aglis.portal.cluster.BroadcastLog;
import id.aglis.portal.cluster.LogWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The three ways of a room operation to the sockets: through the log, around it, or past it. */
final class Publisher {

    private static final long NO_POSITION = -1;

    private final BroadcastLog log;
    private final LogWriter writer;
    private final Dispatcher dispatcher;
    private final AnswerDesk answers;

    Publisher(BroadcastLog log, LogWriter writer, Dispatcher dispatcher, AnswerDesk answers) {
        this.log = log;
        this.writer = writer;
        this.dispatcher = dispatcher;
        this.answers = answers;
    }

    CompletionStage<Long> publish(RoomOp op, Reach reach, String eventId) {
        return switch (reach) {
            case CLUSTER -> writer.append(eventId, RoomOpCodec.encode(op));
            case CLUSTER_VOLATILE -> {
                log.publishVolatile(RoomOpCodec.encode(op));
                yield CompletableFuture.completedStage(NO_POSITION);
            }
            case LOCAL -> {
                dispatcher.deliver(op);
                yield CompletableFuture.completedStage(NO_POSITION);
            }
        };
    }

    CompletionStage<Answers> ask(String namespace, Selection selection, Payload payload, Reach reach, Duration timeout) {
        return answers.ask(request -> publish(
                new RoomOp.Emit(namespace, selection, payload, false, request, timeout.toMillis()), reach, ""), reach, timeout);
    }

    /** Whom an operation reaches, and how surely. */
    enum Reach { CLUSTER, CLUSTER_VOLATILE, LOCAL }
}
