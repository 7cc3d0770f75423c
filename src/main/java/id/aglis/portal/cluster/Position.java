package id.aglis.portal.cluster;

/**
 * How a place in the log is one number: an epoch above 44 bits of index. An epoch begins when the order could not be continued, because the
 * log was lost or the cluster had been split; all its positions are behind those of epochs before it.
 */
final class Position {

    /** Indices of an epoch last for five years at 100,000 a second, and there may be half a million epochs. */
    private static final int INDEX_BITS = 44;
    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

    private Position() {
    }

    /** @param index from 0; -1 for the position before the first */
    static long of(long epoch, long index) {
        return (epoch << INDEX_BITS) + index;
    }

    static long epoch(long position) {
        return position >> INDEX_BITS;
    }

    static long index(long position) {
        return position & INDEX_MASK;
    }
}
