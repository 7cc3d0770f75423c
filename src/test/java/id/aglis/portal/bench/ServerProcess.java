package id.aglis.portal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in a process of its own. It says {@code instance NAME URL pid PID} for each process to be measured, if that is not the one that
 * was started, and {@code ready URL} when it listens. It ends with this object, and with the virtual machine.
 */
final class ServerProcess implements AutoCloseable {

    private static final Pattern INSTANCE = Pattern.compile("instance \\S+ (\\S+) pid (\\d+)");
    private static final Pattern READY = Pattern.compile("ready (\\S+)");
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final Thread stopAtExit = new Thread(this::stop);
    private final List<Target> instances = new ArrayList<>();
    private final Target target;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(stopAtExit);
        this.target = awaitReady(process.inputReader());
    }

    /** Starts a server and waits until it is ready. What it says on standard error goes to {@code log}. */
    static ServerProcess start(List<String> command, Path log) throws IOException {
        return new ServerProcess(new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile())).start());
    }

    private Target awaitReady(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher instance = INSTANCE.matcher(line);
            Matcher ready = READY.matcher(line);
            if (instance.matches()) {
                instances.add(Target.at(URI.create(instance.group(1)), Long.parseLong(instance.group(2))));
            } else if (ready.matches()) {
                drain(output);
                return Target.at(URI.create(ready.group(1)), instances.isEmpty() ? process.pid() : instances.get(0).pid());
            }
        }
        throw new IOException("The server ended before it was ready.");
    }

    private static void drain(BufferedReader output) {
        Thread drain = new Thread(() -> {
            try {
                while (output.readLine() != null) { }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, "server output");
        drain.setDaemon(true);
        drain.start();
    }

    /** A port that was free a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Target target() {
        return target;
    }

    /** Each instance of a cluster, at its own address; none when the server does not say. */
    List<Target> instances() {
        return List.copyOf(instances);
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
    }

    private void stop() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
