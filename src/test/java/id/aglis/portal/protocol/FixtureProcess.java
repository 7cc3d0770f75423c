package id.aglis.portal.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** {@code portal conformance} in a process of ours: one instance or several, and nginx before them. */
final class FixtureProcess {

    private final Process process;
    private final Path directory;
    private final String instance;
    private final String proxy;

    private FixtureProcess(Process process, Path directory) throws IOException {
        this.process = process;
        this.directory = directory;
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        this.instance = word(said, "instance", 2);
        this.proxy = word(said, "ready", 1);
    }

    /** Returns when the fixture is ready; it ends with this virtual machine. */
    static FixtureProcess start(int instances) {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "portals").toAbsolutePath()), "fixture");
            ProcessBuilder builder = new ProcessBuilder("asadmin-scripts/portal", "conformance", "--proxy", "on",
                    "--instances", Integer.toString(instances), "--port", Integer.toString(freePort()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("TMPDIR", directory.toString());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
            return new FixtureProcess(process, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the first instance itself. */
    String instance() {
        return instance;
    }

    /** Of nginx. */
    String proxy() {
        return proxy;
    }

    /** What the first instance has logged so far. */
    String log() {
        try (Stream<Path> homes = Files.list(directory)) {
            Path home = homes.findFirst().orElseThrow();
            return Files.readString(home.resolve("instances").resolve("fixture-1").resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String word(BufferedReader said, String first, int index) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            String[] words = line.split(" ");
            if (words[0].equals(first)) {
                return words[index];
            }
        }
        stop(process);
        throw new AssertionError("The fixture ended before it was ready.");
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Below those that the system gives to connections: the one after it, which the instance takes, is to stay free until then. */
    private static int freePort() throws IOException {
        while (true) {
            try (ServerSocket socket = new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 30_000), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                continue;
            }
        }
    }
}
