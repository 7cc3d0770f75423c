package id.aglis.portal.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Measures what it costs to be a cluster: against a single instance, and beside two processes of socket.io that share a Redis. At every
 * socket it is checked that all events come, once and in the one order. {@code asadmin-scripts/portal bench cluster} prepares and calls this.
 */
public final class ClusterBenchmark {

    private static final List<Column<ClusterContender>> COLUMNS = List.of(
            Column.of("ours", ClusterContender.OURS), Column.of("Redis Streams", ClusterContender.REDIS),
            Column.ratio("ours/Redis", ClusterContender.OURS, ClusterContender.REDIS),
            Column.number("at least", figures -> said(figures, demand -> demand.limit(demand.bound()))),
            Column.number("goal", figures -> said(figures, demand -> demand.limit(demand.goal()))),
            Column.text("reached", figures -> said(figures, demand -> demand.judged(figures).map(demand::verdict).orElse(""))));

    private final ClusterOptions options;
    private final Path log;

    private ClusterBenchmark(ClusterOptions options) {
        this.options = options;
        this.log = options.out().resolve("servers.log");
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new ClusterBenchmark(ClusterOptions.of(arguments)).run();
        } catch (IllegalArgumentException e) {
            Progress.say("portal: %s", e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws Exception {
        Files.createDirectories(options.out());
        Report<ClusterContender> report = new Report<>(Machine.describe(), Capacity.framesPerSecond(log), COLUMNS);
        for (ClusterScenario scenario : options.scenarios()) {
            measure(scenario, report);
        }
        Path file = options.out().resolve("cluster-" + Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "") + ".md");
        Files.writeString(file, report.markdown());
        System.out.print(report.markdown());
        Progress.say("Written to %s", file);
    }

    /** Run by run each cluster in turn: when the machine becomes slower meanwhile, it does so for both. */
    private void measure(ClusterScenario scenario, Report<ClusterContender> report) throws InterruptedException {
        Set<ClusterContender> contenders = EnumSet.copyOf(options.contenders());
        contenders.retainAll(scenario.contenders());
        Map<ClusterContender, List<List<Figure>>> runs = new EnumMap<>(ClusterContender.class);
        for (int run = 1; run <= options.runs(); run++) {
            for (ClusterContender contender : List.copyOf(contenders)) {
                Progress.say("%s, %s, run %d of %d, load average %s", scenario.label(), contender.title(), run, options.runs(), Machine.load());
                try {
                    runs.computeIfAbsent(contender, first -> new ArrayList<>()).add(scenario.trial().run(contender, options.extent(), log));
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    Progress.say("%s, %s: no result. %s", scenario.label(), contender.title(), e);
                    contenders.remove(contender);
                }
            }
        }
        contenders.forEach(contender -> report.add(scenario.label(), scenario.description(), contender, Figure.medians(runs.get(contender))));
    }

    /** Of what a figure must reach; nothing when it is not judged. */
    private static String said(Map<ClusterContender, Figure> figures, Function<Demand, String> word) {
        return Demand.on(figures.values().iterator().next()).map(word).orElse("");
    }
}
