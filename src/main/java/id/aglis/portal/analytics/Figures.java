package id.aglis.portal.analytics;

import id.aglis.portal.Coded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The small arithmetic of dashboards. */
final class Figures {

    private static final double SECONDS_PER_HOUR = 3600;

    private Figures() {
    }

    /** A share in percent with two decimals; 0 of nothing. */
    static double percent(long part, long whole) {
        return whole == 0 ? 0 : Math.round(part * 10000.0 / whole) / 100.0;
    }

    /** Hours with two decimals, or nothing. */
    static Double hours(Number seconds) {
        return seconds == null ? null : rounded(seconds.doubleValue() / SECONDS_PER_HOUR);
    }

    /** A mean with two decimals, or nothing. */
    static Double mean(Number mean) {
        return mean == null ? null : rounded(mean.doubleValue());
    }

    /** A count out of an aggregate, which is nothing when there were no rows. */
    static long count(Object aggregate) {
        return aggregate == null ? 0 : ((Number) aggregate).longValue();
    }

    /** Counts by code for every member of a set, in its order, from rows of member and count. */
    static <E extends Enum<E> & Coded> Map<String, Long> byCode(Class<E> set, List<Object[]> rows) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Stream.of(set.getEnumConstants()).forEach(member -> counts.put(member.code(), 0L));
        rows.forEach(row -> counts.put(set.cast(row[0]).code(), count(row[1])));
        return counts;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
