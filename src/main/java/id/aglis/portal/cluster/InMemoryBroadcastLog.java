package id.aglis.portal.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** The log of a single instance, or of several in one virtual machine for tests; bounded by number of entries. */
public final class InMemoryBroadcastLog implements BroadcastLog {

    private final int capacity;
    private final Deque<LogEntry> kept = new ArrayDeque<>();
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();
    private long next;

    /** @param capacity entries kept, at least 1 */
    public InMemoryBroadcastLog(int capacity) {
        this.capacity = capacity;
    }

    /** Tells its followers without a lock: they have their own, and may be asking for the tail with that held. They sort what overtakes. */
    @Override
    public CompletionStage<List<LogEntry>> append(List<LogDraft> drafts) {
        List<LogEntry> batch = keep(drafts);
        followers.values().forEach(follower -> follower.entries().accept(batch));
        return CompletableFuture.completedStage(batch);
    }

    private synchronized List<LogEntry> keep(List<LogDraft> drafts) {
        List<LogEntry> batch = new ArrayList<>(drafts.size());
        for (LogDraft draft : drafts) {
            LogEntry entry = draft.at(next++, 1);
            batch.add(entry);
            kept.addLast(entry);
        }
        while (kept.size() > capacity) {
            kept.removeFirst();
        }
        return batch;
    }

    @Override
    public synchronized List<LogEntry> read(long from, int max) {
        return kept.stream().skip(Math.max(0, from - head())).limit(max).toList();
    }

    @Override
    public synchronized long tail() {
        return next - 1;
    }

    @Override
    public synchronized long head() {
        return next - kept.size();
    }

    @Override
    public void publishVolatile(byte[] content) {
        followers.values().forEach(follower -> follower.volatiles().accept(content));
    }

    @Override
    public void follow(InstanceId instance, Follower follower) {
        followers.put(instance.toString(), follower);
    }

    @Override
    public Set<String> members() {
        return Set.copyOf(followers.keySet());
    }

    @Override
    public void close() {
        followers.clear();
    }
}
