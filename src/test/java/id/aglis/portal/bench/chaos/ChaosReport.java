package id.aglis.portal.bench.chaos;

import id.aglis.portal.bench.Percentiles;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Every fault and what came of it, as a Markdown table. */
final class ChaosReport {

    private static final String HEAD = """
            | fault | broadcasts | lost | repeated | out of order | told afresh | came back | away, s \
            | of it not back-off, s | all back after, s | failed calls | repeated publications |
            |---|---:|---:|---:|---:|---:|---:|---|---|---:|---:|---:|
            """;
    private static final int REASONS = 12;

    private final StringBuilder rows = new StringBuilder();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private boolean kept = true;

    void add(Fault fault, Outcome outcome, Duration everybodyBack) {
        kept &= outcome.isKept() && (!fault.isPlanned() || outcome.failedCalls() + outcome.failedPublications() == 0);
        outcome.reasons().forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
        rows.append(row(fault, outcome, everybodyBack)).append('\n');
    }

    static String row(Fault fault, Outcome outcome, Duration everybodyBack) {
        return "| %s | %,d | %d | %d | %d | %d | %,d | %s | %s | %.1f | %d of %,d | %d |".formatted(
                fault.label(), outcome.published(), outcome.lost(), outcome.repeated(), outcome.reordered(),
                outcome.afresh(), outcome.away().count(), seconds(outcome.away()), seconds(outcome.attempts()),
                everybodyBack.toMillis() / 1e3, outcome.failedCalls(), outcome.calls(), outcome.failedPublications());
    }

    private static String seconds(Percentiles times) {
        return "%.2f / %.2f / %.2f".formatted(times.p50() / 1e3, times.p99() / 1e3, times.max() / 1e3);
    }

    /** Whether nothing was lost, repeated or reordered, and no planned change failed a request. */
    boolean isKept() {
        return kept;
    }

    String markdown(String machine, ChaosOptions options) {
        StringBuilder text = new StringBuilder(HEAD).append(rows).append("\nTimes are p50 / p99 / max. Faults:\n");
        for (Fault fault : Fault.values()) {
            text.append("- %s: %s%n".formatted(fault.label(), fault.description()));
        }
        text.append("\nWhy connections ended and calls failed:\n");
        reasons.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(REASONS)
                .forEach(reason -> text.append("- %,d times: %s%n".formatted(reason.getValue(), reason.getKey())));
        text.append("%n%d instances, %,d sockets of which a tenth poll, %.0f broadcasts/s to all of them, seed %d.%n".formatted(
                options.instances(), options.sockets(), options.perSecond(), options.seed()));
        return text.append("Machine: %s.%n".formatted(machine)).toString();
    }
}
