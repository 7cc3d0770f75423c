package id.aglis.portal.bench;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** Latencies as they come in: recorded by one thread, taken by another, three digits precise. */
final class Stopwatch {

    /** Longer than any scenario waits for a delivery. */
    private static final long LONGEST_MICROS = 60_000_000;

    private final SingleWriterRecorder recorder = new SingleWriterRecorder(LONGEST_MICROS, 3);

    /** Records the time from {@code startNanos} to now. */
    void record(long startNanos) {
        long micros = (System.nanoTime() - startNanos) / 1000;
        recorder.recordValue(Math.max(0, Math.min(micros, LONGEST_MICROS)));
    }

    /** What was recorded since the last call. */
    Histogram take() {
        return recorder.getIntervalHistogram();
    }
}
