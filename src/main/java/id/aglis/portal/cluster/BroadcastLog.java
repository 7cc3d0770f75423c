package id.aglis.portal.cluster;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The one order of broadcasts in the cluster: entries are appended in batches, numbered without gaps, and kept for a while so that a
 * reader who missed some can read them again.
 *
 * <p>Every instance that {@link #follow follows} the log hears every entry, its own included. A follower may hear an entry twice or
 * out of order, and may miss one; {@link OrderedInbox} turns that into each entry once and in sequence. Content published by
 * {@link #publishVolatile} takes no place in the order, is not kept, and may get lost.
 */
public interface BroadcastLog extends AutoCloseable {

    /**
     * Appends the drafts in their order; drafts of other instances may come between many or large ones.
     *
     * @return the entries, once all are kept; fails when the log cannot be reached
     */
    CompletionStage<List<LogEntry>> append(List<LogDraft> drafts);

    /**
     * Reads at most {@code max} entries from {@code from} on; waits for other instances, at most for seconds.
     *
     * @return the entries in sequence; empty when nothing that new exists; begins later than asked when older ones are no longer kept
     * @throws IllegalStateException when the log cannot be reached
     */
    List<LogEntry> read(long from, int max);

    /** The last position taken, one before the first when there is no entry; may wait as {@link #read}. */
    long tail();

    /** The oldest position still kept; one past {@link #tail} when none is; may wait as {@link #read}. */
    long head();

    /** Hands content to every follower of the cluster at most once, past the order. */
    void publishVolatile(byte[] content);

    /** Registers the one reader of an instance; it is called on any thread, also by several at once, and must not wait. */
    void follow(InstanceId instance, Follower follower);

    /** The instances that follow, in text form. */
    Set<String> members();

    @Override
    void close();

    /** What an instance does with what it hears. */
    record Follower(Consumer<List<LogEntry>> entries, Consumer<byte[]> volatiles) {
    }
}
