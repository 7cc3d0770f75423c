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
import java.util.stream.Collectors;

/** Waits for what instances report when this one has asked something. */
final class AnswerDesk {

    private final BroadcastLog log;
    private final String instance;
    private final ScheduledExecutorService timer;
    private final ConcurrentMap<String, Gathering> open = new ConcurrentHashMap<>();

    AnswerDesk(BroadcastLog log, InstanceId instance, ScheduledExecutorService timer) {
        this.log = log;
        this.instance = instance.toString();
        this.timer = timer;
    }

    /** Who hears what is published that way. */
    Set<String> audience(Publisher.Reach reach) {
        return reach == Publisher.Reach.LOCAL ? Set.of(instance) : log.members();
    }

    /** Everybody but this instance. */
    Set<String> others() {
        return log.members().stream().filter(member -> !member.equals(instance)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Waits until all who are asked have reported, or the time is over.
     *
     * @param publish asks, under the identity it is given, which tells the others whom to report to
     */
    CompletionStage<Answers> ask(Set<String> asked, Duration limit, Consumer<String> publish) {
        String request = instance + RoomOp.Report.AFTER_ASKER + UUID.randomUUID();
        Gathering gathering = new Gathering(asked);
        open.put(request, gathering);
        timer.schedule(() -> end(request), limit.toMillis(), TimeUnit.MILLISECONDS);
        publish.accept(request);
        if (gathering.isComplete()) {
            end(request);
        }
        return gathering.answers();
    }

    /** A report came in. */
    void take(RoomOp.Report report) {
        Gathering gathering = open.get(report.request());
        if (gathering != null && gathering.add(report)) {
            end(report.request());
        }
    }

    /** That instance will not report any more. */
    void gone(String left) {
        open.forEach((request, gathering) -> {
            if (gathering.giveUp(left)) {
                end(request);
            }
        });
    }

    private void end(String request) {
        Gathering gathering = open.remove(request);
        if (gathering != null) {
            gathering.end();
        }
    }
}
