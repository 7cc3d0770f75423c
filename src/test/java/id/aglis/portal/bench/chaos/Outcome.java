package id.aglis.portal.bench.chaos;

import id.aglis.portal.bench.Percentiles;
import java.util.Map;

/**
 * What clients and callers met in some time.
 *
 * @param lost       broadcasts that a client should have heard and did not, summed over all clients
 * @param repeated   broadcasts heard again
 * @param reordered  broadcasts heard after later ones
 * @param afresh     clients that came back and were told that they may have missed something
 * @param turnedAway connections that the server ended for good
 * @param away       time from the loss of a connection to being connected again
 * @param attempts   the part of it in which the client did not wait by itself
 * @param published  broadcasts that were accepted
 * @param reasons    why connections ended and calls failed, and how often
 */
record Outcome(long lost, long repeated, long reordered, long afresh, long turnedAway, Percentiles away, Percentiles attempts,
        long published, long calls, long failedCalls, long failedPublications, Map<String, Integer> reasons) {

    /** Whether nobody missed anything without being told. */
    boolean isKept() {
        return lost == 0 && repeated == 0 && reordered == 0 && turnedAway == 0;
    }
}
