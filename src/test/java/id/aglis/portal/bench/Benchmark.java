package id.aglis.portal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures the servers side by side: every trial of every scenario meets each server in turn, freshly started, so that no figure depends on
 * what was measured before it. {@code asadmin-scripts/portal bench} prepares the servers and calls this.
 */
public final class Benchmark {

    private static final List<Column<Contender>> COLUMNS = List.of(
            Column.of("ours", Contender.OURS), Column.of("Node", Contender.NODE), Column.of("netty", Contender.NETTY),
            Column.ratio("ours/Node", Contender.OURS, Contender.NODE), Column.ratio("ours/netty", Contender.OURS, Contender.NETTY));

    private final Options options;
    private final Path log;

    private Benchmark(Options options) {
        this.options = options;
        this.log = options.out().resolve("servers.log");
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new Benchmark(Options.of(arguments)).run();
        } catch (IllegalArgumentException e) {
            Progress.say("portal: %s", e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws Exception {
        Files.createDirectories(options.out());
        Report<Contender> report = new Report<>(Machine.describe(), Capacity.framesPerSecond(log), COLUMNS);
        for (Scenario scenario : options.scenarios()) {
            for (int trial = 0; trial < scenario.trials().size(); trial++) {
                measure(scenario, scenario.trials().get(trial), report);
            }
        }
        publish(report.markdown());
    }

    /** Run by run each server in turn: when the machine becomes slower meanwhile, it does so for all of them. */
    private void measure(Scenario scenario, Trial trial, Report<Contender> report) throws InterruptedException {
        Map<Contender, List<List<Figure>>> runs = new EnumMap<>(Contender.class);
        Set<Contender> contenders = EnumSet.copyOf(options.running().isPresent() ? Set.of(Contender.OURS) : options.contenders());
        for (int run = 1; run <= options.runs(); run++) {
            for (Contender contender : List.copyOf(contenders)) {
                Progress.say("%s, %s, run %d of %d, load average %s", scenario.label(), contender.title(), run, options.runs(), Machine.load());
                Optional<List<Figure>> figures = attempt(scenario, contender, trial);
                figures.ifPresentOrElse(measured -> runs.computeIfAbsent(contender, first -> new ArrayList<>()).add(measured),
                        () -> contenders.remove(contender));
            }
        }
        contenders.forEach(contender -> report.add(scenario.label(), scenario.description(), contender, Figure.medians(runs.get(contender))));
    }

    /** Empty when it failed: the other servers are still worth measuring. */
    private Optional<List<Figure>> attempt(Scenario scenario, Contender contender, Trial trial) throws InterruptedException {
        try {
            return Optional.of(options.running().isPresent() ? trial.run(options.running().get(), options.extent()) : meet(contender, trial));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            Progress.say("%s, %s: no result. %s", scenario.label(), contender.title(), e);
            return Optional.empty();
        }
    }

    private List<Figure> meet(Contender contender, Trial trial) throws Exception {
        try (ServerProcess server = ServerProcess.start(contender.command(ServerProcess.freePort()), log)) {
            return trial.run(server.target(), options.extent());
        }
    }

    private void publish(String markdown) throws IOException {
        Path file = options.out().resolve(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "") + ".md");
        Files.writeString(file, markdown);
        System.out.print(markdown);
        Progress.say("Written to %s", file);
    }
}
