package id.aglis.portal.bench;

import java.util.concurrent.TimeoutException;

/** Raises a rate until it is too high, and then closes in on the highest that is not. */
final class RateSearch {

    private static final double FACTOR = 1.6;
    /** 1.6 halved three times in the exponent: the result is at most 6 % too low. */
    private static final int REFINEMENTS = 3;
    private static final double LOWEST = 1;

    /** Whether a rate is sustained. */
    interface Attempt {
        boolean at(double rate) throws InterruptedException, TimeoutException;
    }

    private final Attempt attempt;
    private double good;
    private double bad;

    private RateSearch(Attempt attempt) {
        this.attempt = attempt;
    }

    /** The highest rate that is sustained, sought from {@code first} on; fails when not even 1/s is. */
    static double highest(double first, Attempt attempt) throws InterruptedException, TimeoutException {
        RateSearch search = new RateSearch(attempt);
        if (attempt.at(first)) {
            search.rise(first);
        } else {
            search.fall(first);
        }
        search.closeIn();
        return search.good;
    }

    private void rise(double from) throws InterruptedException, TimeoutException {
        good = from;
        bad = from * FACTOR;
        while (attempt.at(bad)) {
            good = bad;
            bad *= FACTOR;
        }
    }

    private void fall(double from) throws InterruptedException, TimeoutException {
        bad = from;
        good = from / FACTOR;
        while (!attempt.at(good)) {
            if (good < LOWEST) {
                throw new IllegalStateException("No rate is sustained.");
            }
            bad = good;
            good /= FACTOR;
        }
    }

    private void closeIn() throws InterruptedException, TimeoutException {
        for (int i = 0; i < REFINEMENTS; i++) {
            double middle = Math.sqrt(good * bad);
            if (attempt.at(middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
    }
}
