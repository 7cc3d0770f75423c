package id.aglis.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * One instance of a WAR on Payara Micro in a process of its own, started as the product starts it ({@code asadmin-scripts/portal run}).
 *
 * <pre>{@code
 * var home = PortalProcess.home(PortalProcess.PORTAL_WAR).with("PORTAL_DEMO", "true");
 * try (var one = home.start(); var two = home.start()) { ... }
 * }</pre>
 *
 * Instances of one {@link Home} share their data directory and form a cluster; those of different homes know nothing of each other.
 * {@link #close} kills, as a crash would; {@link #stop} lets the instance end in peace.
 */
public final class PortalProcess implements AutoCloseable {

    public static final Path PORTAL_WAR = Path.of("target", "portal.war");
    public static final Path CONFORMANCE_WAR = Path.of("target", "conformance.war");

    /** Long, for machines that do much else; a start that fails is noticed at once. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    /** How Payara lives on after a deployment that failed. */
    private static final Pattern NOTHING_DEPLOYED = Pattern.compile("\"Deployed\": \\[\\s*]");
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final URI uri;
    private final Path log;
    private final Process process;

    private PortalProcess(String name, URI uri, Path log, Process process) {
        this.name = name;
        this.uri = uri;
        this.log = log;
        this.process = process;
    }

    /** A fresh, empty home below {@code target} for instances of this WAR. */
    public static Home home(Path war) {
        try {
            var homes = Files.createDirectories(Path.of("target", "portals").toAbsolutePath());
            return new Home(war.toAbsolutePath(), Files.createTempDirectory(homes, "home"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the instances of one portal have in common. Not thread-safe: start one instance after the other. */
    public static final class Home {

        private final Path war;
        private final Path directory;
        private final Map<String, String> environment = new LinkedHashMap<>();
        private List<String> place = List.of();
        private String address = "127.0.0.1";
        private int started;

        private Home(Path war, Path directory) {
            this.war = war;
            this.directory = directory;
        }

        /** Sets an environment variable for the instances started from now on: {@code PORTAL_DB_URL} for {@code portal.db.url}. */
        public Home with(String variable, String value) {
            environment.put(variable, value);
            return this;
        }

        /**
         * Instances started from now on run elsewhere.
         *
         * @param place   the command that runs another one there
         * @param address by which they are reached from here
         */
        public Home at(List<String> place, String address) {
            this.place = place;
            this.address = address;
            return this;
        }

        /** The directory that outlives the instances ({@code PORTAL_HOME}). */
        public Path directory() {
            return directory;
        }

        /** Starts one more instance, {@code portal-1} first, and returns when {@code /health/ready} answers 200. */
        public PortalProcess start() {
            return start("portal-" + ++started, freePort());
        }

        /** Starts an instance under a name and port that an earlier one may have had. */
        public PortalProcess start(String name, int port) {
            var instance = launch(name, port);
            try {
                instance.await("ready", START_LIMIT, instance::isReady);
                return instance;
            } catch (AssertionError e) {
                instance.close();
                throw e;
            }
        }

        private PortalProcess launch(String name, int port) {
            try {
                var log = Files.createDirectories(directory.resolve("instances").resolve(name)).resolve("log");
                var words = new ArrayList<>(place);
                words.addAll(List.of("asadmin-scripts/portal", "run", name, Integer.toString(port)));
                var command = new ProcessBuilder(words)
                        .redirectErrorStream(true).redirectOutput(log.toFile());
                command.environment().keySet().removeIf(variable -> variable.startsWith("PORTAL_"));
                command.environment().put("PORTAL_HOME", directory.toString());
                command.environment().put("PORTAL_RUNTIME", Path.of("target", "payara").toAbsolutePath().toString());
                command.environment().put("PORTAL_WAR", war.toString());
                command.environment().putAll(environment);
                return new PortalProcess(name, URI.create("http://" + address + ":" + port), log, command.start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public String name() {
        return name;
    }

    public int port() {
        return uri.getPort();
    }

    public long pid() {
        return process.pid();
    }

    /** Root of the instance, without a slash at the end. */
    public URI uri() {
        return uri;
    }

    /** What the instance has logged so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Status of a GET, or 0 when there was no answer. */
    public int status(String path) {
        try {
            var request = HttpRequest.newBuilder(uri().resolve(path)).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /**
     * Returns as soon as the condition holds.
     *
     * @throws AssertionError with the end of the log, when it does not hold within the limit or the process has ended
     */
    public void await(String what, Duration limit, BooleanSupplier condition) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new AssertionError("%s ended with %d before it was %s:%n%s".formatted(name, process.exitValue(), what, endOfLog()));
            }
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new AssertionError("%s was not %s within %s:%n%s".formatted(name, what, limit, endOfLog()));
            }
            pause();
        }
    }

    /** Ends the instance in peace (SIGTERM); returns when it has ended. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Ends the instance as a crash would (SIGKILL); returns when it has ended. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Kills the instance if it still runs. */
    @Override
    public void close() {
        kill();
    }

    /** A port that nobody listens on at the moment. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        if (NOTHING_DEPLOYED.matcher(log()).find()) {
            throw new AssertionError(name + " could not deploy its WAR:\n" + endOfLog());
        }
        return status("/health/ready") == 200;
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(name + " did not end within 30 s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String endOfLog() {
        var text = log();
        return text.substring(Math.max(0, text.length() - 4000));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
