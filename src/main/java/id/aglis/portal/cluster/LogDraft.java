package id.aglis.portal.cluster;

/**
 * What an instance asks the {@link BroadcastLog} to append; the log adds the position.
 *
 * @param origin         the appending instance, in text form
 * @param originSequence position among the entries of that origin, from 0 and never falling
 * @param eventId        identity of the event, by which repetitions are recognised; empty when nobody will repeat it
 * @param bytes          the content, opaque to this package; not to be modified afterwards
 */
public record LogDraft(String origin, long originSequence, String eventId, byte[] bytes) {

    LogEntry at(long sequence, int places) {
        return new LogEntry(sequence, places, origin, originSequence, eventId, bytes);
    }
}
