package id.aglis.portal.socketio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The reports on one request so far. */
final class Gathering {

    private final Set<String> awaited;
    private final Set<String> silent;
    private final Map<String, Arguments> received = new HashMap<>();
    private final Set<String> missing = new HashSet<>();
    private final CompletableFuture<Answers> answers = new CompletableFuture<>();

    Gathering(Set<String> instances) {
        this.awaited = new HashSet<>(instances);
        this.silent = new HashSet<>(instances);
    }

    CompletableFuture<Answers> answers() {
        return answers;
    }

    /** @return whether this was the last one expected */
    synchronized boolean add(RoomOp.Report report) {
        if (silent.remove(report.instance())) {
            report.received().forEach((socket, payload) -> received.put(socket, new Arguments(payload.list())));
            missing.addAll(report.missing());
        }
        return giveUp(report.instance());
    }

    /** @return whether nobody else is waited for */
    synchronized boolean giveUp(String instance) {
        awaited.remove(instance);
        return awaited.isEmpty();
    }

    synchronized boolean isComplete() {
        return awaited.isEmpty();
    }

    void end() {
        answers.complete(result());
    }

    private synchronized Answers result() {
        return new Answers(Map.copyOf(received), Set.copyOf(missing), Set.copyOf(silent));
    }
}
