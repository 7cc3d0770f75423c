package id.aglis.portal.bench;

import org.HdrHistogram.Histogram;

/** How many values there were and how they are spread; times in milliseconds. */
public record Percentiles(long count, double p50, double p99, double max) {

    public static Percentiles of(Histogram micros) {
        return new Percentiles(micros.getTotalCount(), millis(micros.getValueAtPercentile(50)), millis(micros.getValueAtPercentile(99)),
                millis(micros.getMaxValue()));
    }

    private static double millis(long micros) {
        return micros / 1000.0;
    }
}
