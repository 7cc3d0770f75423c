package id.aglis.portal.socketio;

import id.aglis.portal.cluster.BroadcastLog;
import id.aglis.portal.cluster.InstanceId;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits for the reports of all instances on a broadcast with acknowledgement. */
final class AnswerDesk {

    /** What a report may take to come here after its instance has stopped waiting, in milliseconds. */
    private static final long TRAVEL = 1_000;

    private final BroadcastLog log;
    private final String instance;
    private final ScheduledExecutorService timer;
    private final ConcurrentMap<String, Gathering> open = new ConcurrentHashMap<>();

    AnswerDesk(BroadcastLog log, InstanceId instance, ScheduledExecutorService timer) {
        this.log = log;
        this.instance = instance.toString();
        this.timer = timer;
    }

    CompletionStage<Answers> ask(Consumer<String> publish, Publisher.Reach reach, Duration timeout) {
        String request = UUID.randomUUID().toString();
        Gathering gathering = new Gathering(reach == Publisher.Reach.LOCAL ? Set.of(instance) : log.members());
        open.put(request, gathering);
        timer.schedule(() -> end(request), timeout.toMillis() + TRAVEL, TimeUnit.MILLISECONDS);
        publish.accept(request);
        return gathering.answers();
    }

    /** A report came in; of a broadcast of another instance, it is none of our business. */
    void take(RoomOp.Report report) {
        Gathering gathering = open.get(report.request());
        if (gathering != null && gathering.add(report)) {
            end(report.request());
        }
    }

    private void end(String request) {
        Gathering gathering = open.remove(request);
        if (gathering != null) {
            gathering.end();
        }
    }
}
