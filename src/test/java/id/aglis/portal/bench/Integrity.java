package id.aglis.portal.bench;

/**
 * What has gone wrong with events on their way, summed over all sockets.
 *
 * @param missing  events that did not come, or came later than their successors
 * @param repeated events that came again, or came later than their successors
 * @param strayed  sockets that heard another order than the first
 */
record Integrity(long missing, long repeated, int strayed) {

    static final Integrity WHOLE = new Integrity(0, 0, 0);

    Integrity plus(Integrity other) {
        return new Integrity(missing + other.missing, repeated + other.repeated, strayed + other.strayed);
    }

    /** Nothing missing and nothing twice, in whatever order publishers follow one another. */
    boolean isComplete() {
        return missing == 0 && repeated == 0;
    }

    boolean isWhole() {
        return equals(WHOLE);
    }
}
