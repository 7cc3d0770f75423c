package id.aglis.portal.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Appends what an instance wants to say: while one batch is on its way to the log, the next collects, so that the load makes batches and
 * a single entry does not wait.
 *
 * <p>A batch that fails is appended again, for half a minute; whoever reads the log drops what came twice. Meanwhile the others wait
 * behind it, so that the order stays.
 */
public final class LogWriter {

    private static final Logger LOGGER = System.getLogger(LogWriter.class.getName());
    private static final int MAX_BATCH = 256;
    private static final int TRIES = 60;
    private static final long PAUSE_MILLIS = 500;
    /** Bytes that may wait: broadcasts of a busy minute, and little of an instance's memory. */
    private static final long WAITING = 32_000_000;

    private final BroadcastLog log;
    private final String origin;
    private final ScheduledExecutorService timer;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final AtomicBoolean writing = new AtomicBoolean();
    private long originSequence;

    /** @param timer for the next try after a failure */
    public LogWriter(BroadcastLog log, InstanceId origin, ScheduledExecutorService timer) {
        this.log = log;
        this.origin = origin.toString();
        this.timer = timer;
    }

    /**
     * Appends in the order of the calls of one thread.
     *
     * @param eventId identity of an event that somebody might append again; empty for none
     * @return the sequence, once the entry is kept; completed on any thread. Fails when the log cannot be reached for half a minute, and at
     *         once when too much waits for it already
     */
    public CompletionStage<Long> append(String eventId, byte[] bytes) {
        if (waitingBytes.addAndGet(bytes.length) > WAITING) {
            waitingBytes.addAndGet(-bytes.length);
            return CompletableFuture.failedStage(new IllegalStateException("Too much waits for the log of the cluster."));
        }
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
        CompletableFuture<List<LogEntry>> kept = new CompletableFuture<>();
        if (batch.isEmpty()) {
            kept.complete(List.of());
        } else {
            attempt(batch.stream().map(entry -> new LogDraft(origin, originSequence++, entry.eventId, entry.bytes)).toList(), TRIES, kept);
        }
        return kept;
    }

    private void attempt(List<LogDraft> drafts, int tries, CompletableFuture<List<LogEntry>> kept) {
        try {
            log.append(drafts).whenComplete((entries, failure) -> {
                if (failure == null) {
                    kept.complete(entries);
                } else if (tries > 1) {
                    attemptLater(drafts, tries - 1, kept, failure);
                } else {
                    kept.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            kept.completeExceptionally(e);
        }
    }

    private void attemptLater(List<LogDraft> drafts, int tries, CompletableFuture<List<LogEntry>> kept, Throwable failure) {
        LOGGER.log(Level.WARNING, "The log of the cluster did not take broadcasts; they are appended again. count=" + drafts.size(), failure);
        try {
            timer.schedule(() -> attempt(drafts, tries, kept), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            kept.completeExceptionally(failure);
        }
    }

    private void finish(List<Waiting> batch, List<LogEntry> entries, Throwable failure) {
        waitingBytes.addAndGet(-batch.stream().mapToLong(entry -> entry.bytes.length).sum());
        writing.set(false);
        if (failure != null) {
            LOGGER.log(Level.ERROR, "Broadcasts are lost: the log of the cluster did not take them. count=" + batch.size(), failure);
        }
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
