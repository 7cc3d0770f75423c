package id.aglis.portal.cluster;

import java.time.Duration;

/**
 * How much a {@link BroadcastLog} keeps.
 *
 * @param capacity   places; on a cluster one takes at most 1,024 bytes, and an entry as many as it needs, so that this bounds the memory too
 * @param timeToLive how long a cluster keeps an entry at most, in whole seconds
 * @param backups    other instances with a copy, of which so many may die at the same moment; 0 to 6
 */
public record LogConfig(int capacity, Duration timeToLive, int backups) {

    /** As Hazelcast limits it. */
    static final int MAX_BACKUPS = 6;
    /** Headers of the objects that hold a place, and its time of expiry. */
    private static final int PLACE_OVERHEAD = 64;

    public LogConfig {
        if (capacity < 1) {
            throw new IllegalArgumentException("A log has at least one place, not " + capacity + ".");
        }
        if (timeToLive.toSeconds() < 1) {
            throw new IllegalArgumentException("A log keeps an entry for at least a second, not " + timeToLive + ".");
        }
        if (backups < 0 || backups > MAX_BACKUPS) {
            throw new IllegalArgumentException("A log has 0 to " + MAX_BACKUPS + " backups, not " + backups + ".");
        }
    }

    /** What the log takes on each instance that has a copy, in MB at most, unless there are broadcasts of more than 0.9 MB. */
    public long megabytes() {
        return (long) capacity * (Pieces.SIZE + PLACE_OVERHEAD) / 1_000_000;
    }
}
