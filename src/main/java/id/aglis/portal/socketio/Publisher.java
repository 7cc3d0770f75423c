package id.aglis.portal.socketio;

import id.aglis.portal.cluster.BroadcastLog;
import id.aglis.portal.cluster.InstanceId;
import id.aglis.portal.cluster.LogWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The three ways of a room operation to the sockets: through the log, around it, or past it. */
final class Publisher {

    private static final long NO_POSITION = -1;
    /** What a report may take to come here after its instance has stopped waiting for its clients. */
    private static final Duration TRAVEL = Duration.ofSeconds(1);

    private final String instance;
    private final BroadcastLog log;
    private final LogWriter writer;
    private final Dispatcher dispatcher;
    private final AnswerDesk answers;

    Publisher(InstanceId instance, BroadcastLog log, LogWriter writer, Dispatcher dispatcher, AnswerDesk answers) {
        this.instance = instance.toString();
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
        return answers.ask(answers.audience(reach), timeout.plus(TRAVEL), request -> publish(
                new RoomOp.Emit(namespace, selection, payload, false, request, timeout.toMillis()), reach, ""));
    }

    /** @param inquiry makes it of the identity of the request */
    CompletionStage<Answers> inquire(Reach reach, Duration timeout, Function<String, RoomOp> inquiry) {
        return answers.ask(answers.audience(reach), timeout, request -> publish(inquiry.apply(request), reach, ""));
    }

    CompletionStage<Long> tellOthers(String namespace, Payload payload) {
        return publish(new RoomOp.ServerEmit(namespace, instance, payload, ""), Reach.CLUSTER, "");
    }

    CompletionStage<Answers> askOthers(String namespace, Payload payload, Duration timeout) {
        return answers.ask(answers.others(), timeout,
                request -> publish(new RoomOp.ServerEmit(namespace, instance, payload, request), Reach.CLUSTER, ""));
    }

    /** Whom an operation reaches, and how surely. */
    enum Reach { CLUSTER, CLUSTER_VOLATILE, LOCAL }
}
