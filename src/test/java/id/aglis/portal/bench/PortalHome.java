package id.aglis.portal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A portal in a home of its own, driven by its command, from one instance on. Ends with this object, and with the virtual machine. */
final class PortalHome implements AutoCloseable {

    private static final Pattern PSS = Pattern.compile("\"pssBytes\":(\\d+)");
    private static final Path RUNTIME = Path.of("target", "payara").toAbsolutePath();
    /** Longer than a command takes to begin with the class archive after it has ended. */
    private static final long ARCHIVE_BEGINS_MILLIS = 2_000;

    private final Path home;
    private final Path log;
    private final int port = ServerProcess.freePort();
    private final Thread downAtExit = new Thread(this::down);

    private PortalHome(Path home, Path log) throws IOException {
        this.home = home;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(downAtExit);
    }

    /** One instance that is ready, and the class archive that the next ones start with. */
    static PortalHome up(Path log) throws IOException, InterruptedException {
        PortalHome portal = new PortalHome(Files.createTempDirectory("portal-bench"), log);
        portal.portal("up", "1");
        Thread.sleep(ARCHIVE_BEGINS_MILLIS);
        portal.run("flock", RUNTIME.resolve("archive.lock").toString(), "true");
        return portal;
    }

    /** How long it takes until there are {@code count} instances and all of them are ready. */
    Duration scale(int count) throws IOException, InterruptedException {
        long start = System.nanoTime();
        portal("scale", Integer.toString(count));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The memory of each instance; what several share counts in parts. */
    List<Long> proportionalBytes() throws IOException, InterruptedException {
        return PSS.matcher(portal("list", "--json")).results().map(result -> Long.valueOf(result.group(1))).toList();
    }

    private String portal(String... words) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of("asadmin-scripts/portal"), Arrays.stream(words)).toArray(String[]::new));
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", "");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile())).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTAL_"));
        builder.environment().put("PORTAL_HOME", home.toString());
        builder.environment().put("PORTAL_RUNTIME", RUNTIME.toString());
        builder.environment().put("PORTAL_PORT", Integer.toString(port));
        if (builder.start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed; " + log + " says why.");
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        down();
        Runtime.getRuntime().removeShutdownHook(downAtExit);
    }

    private void down() {
        try {
            portal("down");
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
