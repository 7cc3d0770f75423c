package id.aglis.portal.cluster;

import java.time.Duration;

/**
 * How much {@link Records} keep.
 *
 * @param capacity   records on one instance at most; those not asked for the longest are forgotten first
 * @param timeToLive how long a record is kept after it was last written, in whole seconds
 * @param backups    other instances with a copy, 0 to 6
 */
public record RecordsConfig(int capacity, Duration timeToLive, int backups) {

    private static final int MAX_BACKUPS = 6;

    public RecordsConfig {
        if (capacity < 1) {
            throw new IllegalArgumentException("There is room for at least one record, not " + capacity + ".");
        }
        if (timeToLive.toSeconds() < 1) {
            throw new IllegalArgumentException("A record is kept for at least a second, not " + timeToLive + ".");
        }
        if (backups < 0 || backups > MAX_BACKUPS) {
            throw new IllegalArgumentException("Records have 0 to " + MAX_BACKUPS + " backups, not " + backups + ".");
        }
    }
}
