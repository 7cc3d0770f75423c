package id.aglis.portal.socketio;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The reports on one broadcast so far. */
final class Gathering {

    private final Set<String> silent;
    private final Map<String, Arguments> received = new HashMap<>();
    private final Set<String> missing = new HashSet<>();
    private final CompletableFuture<Answers> answers = new CompletableFuture<>();

    Gathering(Set<String> instances) {
        this.silent = new HashSet<>(instances);
    }

    CompletableFuture<Answers> answers() {
        return answers;
    }

    /** @return whether this was the last one expected */
    synchronized boolean add(RoomOp.Report report) {
        if (silent.remove(report.instance())) {
            report.received().forEach((socket, payload) -> received.put(socket, arguments(payload)));
            missing.addAll(report.missing());
        }
        return silent.isEmpty();
    }

    void end() {
        answers.complete(result());
    }

    private synchronized Answers result() {
        return new Answers(Map.copyOf(received), Set.copyOf(missing), Set.copyOf(silent));
    }

    private static Arguments arguments(Payload payload) {
        return BinaryParts.putInto(JsonText.parse(payload.json()), payload.parts()) instanceof List<?> list
                ? new Arguments(Collections.unmodifiableList(list)) : new Arguments(List.of());
    }
}
