package id.aglis.portal.socketio;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A broadcast with acknowledgement as this instance sees it: whom it asked, and what they answered until the time is over. */
final class Question {

    private final RoomOp.Emit emit;
    private final long ackId;
    private final String instance;
    private final Map<String, Payload> received = new LinkedHashMap<>();
    private final Map<String, Acks> waiting = new LinkedHashMap<>();
    private final Set<String> missing = new HashSet<>();
    private Consumer<RoomOp.Report> reported = report -> { };
    private boolean asked;
    private boolean over;

    Question(RoomOp.Emit emit, long ackId, String instance) {
        this.emit = emit;
        this.ackId = ackId;
        this.instance = instance;
    }

    synchronized void ask(Socket socket) {
        waiting.put(socket.id(), socket.acks());
        CompletableFuture<Arguments> answer = socket.acks().expect(ackId);
        answer.whenComplete((arguments, failure) -> answered(socket.id(), arguments));
    }

    /** Everybody has been asked: reports once all have answered, left, or had their time. */
    void reportTo(Consumer<RoomOp.Report> receiver, ScheduledExecutorService timer) {
        synchronized (this) {
            reported = receiver;
            asked = true;
        }
        timer.schedule(this::end, emit.timeout(), TimeUnit.MILLISECONDS);
        endIfComplete();
    }

    private void answered(String socket, Arguments arguments) {
        synchronized (this) {
            if (arguments != null && !over) {
                received.put(socket, Payload.of(arguments.list()));
                waiting.remove(socket);
            } else if (!over) {
                missing.add(socket);
                waiting.remove(socket);
            }
        }
        endIfComplete();
    }

    private void endIfComplete() {
        boolean complete;
        synchronized (this) {
            complete = asked && waiting.isEmpty();
        }
        if (complete) {
            end();
        }
    }

    private void end() {
        RoomOp.Report report;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            missing.addAll(waiting.keySet());
            waiting.values().forEach(acks -> acks.forget(ackId));
            report = new RoomOp.Report(emit.namespace(), emit.request(), instance, Map.copyOf(received), Set.copyOf(missing));
        }
        reported.accept(report);
    }
}
