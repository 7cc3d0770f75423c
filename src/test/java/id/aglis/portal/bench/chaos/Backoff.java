package id.aglis.portal.bench.chaos;

import java.util.concurrent.ThreadLocalRandom;

/**
 * When the official client tries again, as it is configured by default: after 1 s, doubled each time up to 5 s, half of it more or less.
 */
final class Backoff {

    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 5_000;
    private static final int DOUBLINGS = 3;

    private int attempts;

    /** Milliseconds until the next attempt. */
    long next() {
        long mean = FIRST_MILLIS << Math.min(attempts++, DOUBLINGS);
        return Math.min(LONGEST_MILLIS, ThreadLocalRandom.current().nextLong(mean / 2, mean + mean / 2));
    }

    /** An attempt got as far as the handshake. */
    void reset() {
        attempts = 0;
    }
}
