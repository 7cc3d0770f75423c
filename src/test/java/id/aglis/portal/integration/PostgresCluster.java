package id.aglis.portal.integration;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A PostgreSQL server of its own on loopback, in a temporary directory; gone when closed. PostgreSQL refuses to run as root, so root lends it a user. */
final class PostgresCluster implements AutoCloseable {

    static final String USER = "portal";
    static final String PASSWORD = "only-on-loopback";
    private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path binaries;
    private final Path directory;
    private final int port;
    private Process server;

    private PostgresCluster(Path binaries, Path directory, int port) {
        this.binaries = binaries;
        this.directory = directory;
        this.port = port;
    }

    /** Where the newest installed server's programs are; empty when there is none. */
    static Optional<Path> binaries() {
        if (!Files.isDirectory(INSTALLATIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
            return versions.map(version -> version.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max((one, other) -> Integer.compare(version(one), version(other)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PostgresCluster start(Path binaries, int port) {
        Path directory = Path.of(run("mktemp", "-d").strip());
        run("sh", "-c", "printf '%s' '" + PASSWORD + "' > " + directory.resolve("password"));
        run(binaries.resolve("initdb").toString(), "-D", directory.resolve("data").toString(), "-U", USER, "-A", "scram-sha-256", "-E", "UTF8", "--no-sync",
                "--pwfile=" + directory.resolve("password"));
        PostgresCluster cluster = new PostgresCluster(binaries, directory, port);
        cluster.start();
        return cluster;
    }

    void start() {
        server = launch(binaries.resolve("postgres").toString(), "-D", directory.resolve("data").toString(), "-h", "127.0.0.1",
                "-p", Integer.toString(port), "-k", directory.toString());
        awaitListening();
    }

    /** Breaks all connections, as a database does that is updated. */
    void stop() {
        run(binaries.resolve("pg_ctl").toString(), "-D", directory.resolve("data").toString(), "-m", "immediate", "-w", "stop");
    }

    /** All of its processes, which hold their connections, but say nothing until they are told to go on. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        run("sh", "-c", "pid=$(head -n 1 " + directory.resolve("data/postmaster.pid") + "); kill -" + name + " $pid $(pgrep -P $pid)");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() {
        stop();
        run("rm", "-rf", directory.toString());
    }

    private void awaitListening() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("PostgreSQL does not listen on port " + port + ".", notYet);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static int version(Path bin) {
        return Integer.parseInt(bin.getParent().getFileName().toString().replaceAll("\\D.*", ""));
    }

    private static String run(String... command) {
        try {
            Process process = launch(command);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.of(command) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process launch(String... command) {
        List<String> whole = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        whole.addAll(List.of(command));
        try {
            return new ProcessBuilder(whole).directory(new File("/")).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
