package id.aglis.portal.bench.chaos;

import id.aglis.portal.bench.Percentiles;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts what clients and callers meet; belongs to the thread of their event loop. */
final class Tally {

    private final Map<String, Integer> reasons = new TreeMap<>();
    private Histogram away = new Histogram(3);
    private Histogram attempts = new Histogram(3);
    private long lost;
    private long repeated;
    private long reordered;
    private long afresh;
    private long turnedAway;
    private long published;
    private long calls;
    private long failedCalls;
    private long failedPublications;

    void lost(long count) {
        lost += count;
    }

    void repeated() {
        repeated++;
    }

    void reordered() {
        reordered++;
    }

    /** A client has lost its connection, or could not make one. */
    void closed(String reason) {
        reasons.merge(reason, 1, Integer::sum);
    }

    /** The server has ended a connection in a way after which the client does not come back by itself. */
    void turnedAway() {
        turnedAway++;
    }

    /**
     * A client is connected again.
     *
     * @param recovered     whether it was told that it has everything
     * @param awayNanos     since it lost its connection
     * @param attemptsNanos how much of that it has not waited by itself before an attempt
     */
    void back(boolean recovered, long awayNanos, long attemptsNanos) {
        afresh += recovered ? 0 : 1;
        away.recordValue(awayNanos / 1_000);
        attempts.recordValue(attemptsNanos / 1_000);
    }

    void call(boolean succeeded, String answer) {
        calls++;
        if (!succeeded) {
            failedCalls++;
            reasons.merge("REST: " + answer, 1, Integer::sum);
        }
    }

    void published() {
        published++;
    }

    /** A call that publishes has failed, and will be repeated. */
    void failedPublication(String answer) {
        failedPublications++;
        reasons.merge("publish: " + answer, 1, Integer::sum);
    }

    /** What was counted since the last call. */
    Outcome take() {
        Outcome outcome = new Outcome(lost, repeated, reordered, afresh, turnedAway, Percentiles.of(away), Percentiles.of(attempts),
                published, calls, failedCalls, failedPublications, Map.copyOf(reasons));
        reasons.clear();
        away = new Histogram(3);
        attempts = new Histogram(3);
        lost = 0;
        repeated = 0;
        reordered = 0;
        afresh = 0;
        turnedAway = 0;
        published = 0;
        calls = 0;
        failedCalls = 0;
        failedPublications = 0;
        return outcome;
    }
}
