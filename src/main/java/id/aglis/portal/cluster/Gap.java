package id.aglis.portal.cluster;

/**
 * Positions of the log that an instance could not hear and never will.
 *
 * @param from the first one missed
 * @param to   the one it goes on with
 */
public record Gap(long from, long to) {

    /** Whether the order itself began anew, so that nobody knows how much was missed, if anything. */
    public boolean isNewEpoch() {
        return Position.epoch(from) != Position.epoch(to);
    }

    /** Positions missed, as far as they are known. */
    public long count() {
        return isNewEpoch() ? Position.index(to) : to - from;
    }
}
