package id.aglis.portal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the servers side by side: every trial of every scenario meets each server in turn, freshly started, so that no figure depends on
 * what was measured before it. {@code asadmin-scripts/portal bench} prepares the servers and calls this.
 */
public final class Benchmark {

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
        Report report = new Report(Machine.describe(), Capacity.framesPerSecond(log));
        for (Scenario scenario : options.scenarios()) {
            for (int trial = 0; trial < scenario.trials().size(); trial++) {
                measure(scenario, scenario.trials().get(trial), report);
            }
        }
        publish(report.markdown());
    }

    private void measure(Scenario scenario, Trial trial, Report report) throws Exception {
        if (options.running().isPresent()) {
            Target target = options.running().get();
            report.add(scenario, Contender.OURS, runs(scenario, "the running server", () -> trial.run(target, options.extent())));
            return;
        }
        for (Contender contender : options.contenders()) {
            report.add(scenario, contender, runs(scenario, contender.title(), () -> meet(contender, trial)));
        }
    }

    private List<Figure> meet(Contender contender, Trial trial) throws Exception {
        try (ServerProcess server = ServerProcess.start(contender.command(ServerProcess.freePort()), log)) {
            return trial.run(server.target(), options.extent());
        }
    }

    private interface Run {
        List<Figure> figures() throws Exception;
    }

    /** The medians of all runs; nothing when a run failed, since the other servers are still worth measuring. */
    private List<Figure> runs(Scenario scenario, String title, Run run) throws InterruptedException {
        List<List<Figure>> runs = new ArrayList<>();
        for (int i = 1; i <= options.runs(); i++) {
            Progress.say("%s, %s, run %d of %d, load average %s", scenario.label(), title, i, options.runs(), Machine.load());
            try {
                runs.add(run.figures());
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                Progress.say("%s, %s: no result. %s", scenario.label(), title, e);
                return List.of();
            }
        }
        return Figure.medians(runs);
    }

    private void publish(String markdown) throws IOException {
        Path file = options.out().resolve(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "") + ".md");
        Files.writeString(file, markdown);
        System.out.print(markdown);
        Progress.say("Written to %s", file);
    }
}
