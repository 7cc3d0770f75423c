package id.aglis.portal.bench.chaos;

import id.aglis.portal.bench.Machine;
import id.aglis.portal.bench.Progress;
import id.aglis.portal.bench.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;

/**
 * Lets faults happen to a portal of several instances while thousands of clients hear broadcasts and people work, and says what was lost.
 * {@code asadmin-scripts/portal bench chaos} prepares everything and calls this.
 */
public final class ChaosBenchmark {

    private static final long REST_MILLIS = 5_000;
    private static final long LOOK_MILLIS = 20;
    /** Within it whoever is hit by a fault has noticed. */
    private static final Duration NOTICED = Duration.ofMillis(500);
    /** Whoever is away for longer does not come back. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ChaosOptions options;
    private final ChaosReport report = new ChaosReport();
    private final Random random;

    private ChaosBenchmark(ChaosOptions options) {
        this.options = options;
        this.random = new Random(options.seed());
    }

    public static void main(String[] arguments) throws Exception {
        try {
            System.exit(new ChaosBenchmark(ChaosOptions.of(arguments)).run() ? 0 : 3);
        } catch (IllegalArgumentException e) {
            Progress.say("portal: %s", e.getMessage());
            System.exit(1);
        }
    }

    private boolean run() throws Exception {
        Progress.say("Starting %d instances, seed %d", options.instances(), options.seed());
        try (Portal portal = Portal.up(options.home(), options.port(), options.instances());
                Load load = new Load(portal.target(), portal.token(), options.perSecond())) {
            load.open(Map.of(Transport.WEBSOCKET, options.sockets() * 9 / 10, Transport.POLLING, options.sockets() / 10));
            load.begin(portal.openTicket());
            Thread.sleep(options.warmUp().toMillis());
            load.settle();
            Thread.sleep(REST_MILLIS);
            Outcome before = load.settle();
            Progress.say("Without any fault: %,d broadcasts, %,d calls, lost %d, connections lost %s", before.published(), before.calls(),
                    before.lost(), before.reasons());
            for (Fault fault : options.trials()) {
                measure(fault, portal, load);
            }
            long end = System.nanoTime() + options.mix().toNanos();
            while (System.nanoTime() < end) {
                measure(Fault.draw(random), portal, load);
            }
        }
        publish(report.markdown(Machine.describe(), options));
        return report.isKept();
    }

    private void measure(Fault fault, Portal portal, Load load) throws IOException, InterruptedException, TimeoutException {
        Progress.say("%s, load average %s", fault.description(), Machine.load());
        long struck = fault.strike(portal, random);
        Thread.sleep(NOTICED.toMillis());
        for (long end = System.nanoTime() + PATIENCE.toNanos(); load.away() > 0 && System.nanoTime() < end;) {
            Thread.sleep(LOOK_MILLIS);
        }
        Duration everybodyBack = Duration.ofNanos((load.away() > 0 ? System.nanoTime() : load.lastBack()) - struck);
        portal.awaitRunning(options.instances());
        Thread.sleep(REST_MILLIS);
        Outcome outcome = load.settle();
        report.add(fault, outcome, everybodyBack);
        Progress.say("%s %s", ChaosReport.row(fault, outcome, everybodyBack), outcome.reasons());
    }

    private void publish(String markdown) throws IOException {
        Path file = options.out().resolve("chaos-" + Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "") + ".md");
        Files.createDirectories(options.out());
        Files.writeString(file, markdown);
        System.out.print(markdown);
        Progress.say("Written to %s", file);
    }
}
