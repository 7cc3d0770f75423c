package id.aglis.portal.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Appends what an instance wants to say: while one batch is on its way to the log, the next collects, so that the load makes batches and
 * a single entry does not wait.
 */
public final class LogWriter {

    private static final int MAX_BATCH = 256;

    private final BroadcastLog log;
    private final String origin;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private long originSequence;

    public LogWriter(BroadcastLog log, InstanceId origin) {
        this.log = log;
        this.origin = origin.toString();
    }

    /**
     * Appends in the order of the calls of one thread.
     *
     * @param eventId identity of an event that somebody might append again; empty for none
     * @return the sequence, once the entry is kept; completed on any thread
     */
    public CompletionStage<Long> append(String eventId, byte[] bytes) {
        Waiting entry = new Waiting(eventId, bytes, new CompletableFuture<>());
        waiting.add(entry);
        writeNext();
        return entry.kept;
    }

    private void writeNext() {
        while (!waiting.isEmpty() && writing.compareAndSet(false, true)) {
            List<Waiting> batch = take();
            CompletableFuture<List<LogEntry>> appended = append(batch);
            if (!appended.isDone()) {
                appended.whenComplete((kept, failure) -> {
                    finish(batch, kept, failure);
                    writeNext();
                });
                return;
            }
            appended.whenComplete((kept, failure) -> finish(batch, kept, failure));
        }
    }

    private List<Waiting> take() {
        List<Waiting> batch = new ArrayList<>();
        Waiting entry;
        while (batch.size() < MAX_BATCH && (entry = waiting.poll()) != null) {
            batch.add(entry);
        }
        return batch;
    }

    private CompletableFuture<List<LogEntry>> append(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        try {
            return log.append(batch.stream().map(entry -> new LogDraft(origin, originSequence++, entry.eventId, entry.bytes)).toList())
                    .toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void finish(List<Waiting> batch, List<LogEntry> entries, Throwable failure) {
        writing.set(false);
        for (int i = 0; i < batch.size(); i++) {
            CompletableFuture<Long> kept = batch.get(i).kept;
            if (failure == null) {
                kept.complete(entries.get(i).sequence());
            } else {
                kept.completeExceptionally(failure);
            }
        }
    }

    private record Waiting(String eventId, byte[] bytes, CompletableFuture<Long> kept) {
    }
}
