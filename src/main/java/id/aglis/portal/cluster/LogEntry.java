package id.aglis.portal.cluster;

/**
 * One entry of the {@link BroadcastLog} as every instance reads it.
 *
 * @param sequence       position in the cluster-wide order, see {@link Position}
 * @param places         positions it takes, at least 1
 * @param origin         the instance that appended it, in text form
 * @param originSequence position among the entries of that origin, from 0
 * @param eventId        identity of the event, empty for none; a later entry with the same identity is a repetition
 * @param bytes          the content, opaque to this package; not to be modified
 */
public record LogEntry(long sequence, int places, String origin, long originSequence, String eventId, byte[] bytes) {

    /** The sequence of the entry after this one, in the same epoch. */
    public long next() {
        return sequence + places;
    }
}
