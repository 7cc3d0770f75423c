package id.aglis.portal.bench.chaos;

import id.aglis.portal.bench.Target;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A portal of its own with the demo's data, handled as an operator does: by the verbs of {@code asadmin-scripts/portal}, and by signals.
 */
final class Portal implements AutoCloseable {

    /** One user with all the sockets there are, and a token that lasts. */
    private static final String SETTINGS = " -Dportal.realtime.connections-per-user=100000 -Dportal.identity.access-token=PT12H";
    private static final Pattern ADMIN = Pattern.compile("\\{[^}]*\"role\":\"admin\"[^}]*}");
    private static final long START_SECONDS = 300;
    private static final long LOOK_MILLIS = 500;

    private final Path home;
    private final int port;
    private final Path log;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private String token = "";

    private Portal(Path home, int port) {
        this.home = home;
        this.port = port;
        this.log = home.resolve("verbs.log");
    }

    static Portal up(Path home, int port, int instances) throws IOException, InterruptedException {
        Portal portal = new Portal(home, port);
        portal.run("up", Integer.toString(instances), "--demo");
        portal.signIn();
        return portal;
    }

    /** Runs a verb to its end; what it says goes to the log. */
    void run(String... words) throws IOException, InterruptedException {
        Process process = command(words).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile())).start();
        if (process.waitFor() != 0) {
            throw new IOException("'portal " + String.join(" ", words) + "' failed; what it said is in " + log + ".");
        }
    }

    private ProcessBuilder command(String... words) {
        List<String> command = new ArrayList<>(List.of("asadmin-scripts/portal"));
        command.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(command);
        String options = System.getenv().getOrDefault("PORTAL_JAVA_OPTS", "") + SETTINGS;
        process.environment().putAll(Map.of("PORTAL_HOME", home.toString(), "PORTAL_PORT", Integer.toString(port),
                "PORTAL_INSTANCE_PORT", Integer.toString(port + 1), "PORTAL_JAVA_OPTS", options));
        return process;
    }

    private void signIn() throws IOException, InterruptedException {
        Matcher admin = ADMIN.matcher(Files.readString(home.resolve("demo-logins.json")));
        if (!admin.find()) {
            throw new IOException("The demo has no administrator.");
        }
        token = first("\"accessToken\":\"([^\"]*)\"", call("POST", "/auth/login", admin.group()).body());
    }

    /** Opens a ticket to be changed, and says which. */
    long openTicket() throws IOException, InterruptedException {
        String customer = first("\"id\":(\\d+)", call("GET", "/customers?size=1", "").body());
        String location = call("POST", "/tickets", "{\"customerId\":" + customer + ",\"type\":\"repair\",\"title\":\"Chaos\","
                + "\"description\":\"To be changed.\"}").headers().firstValue("Location").orElseThrow();
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    private HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api" + path))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body)).build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + " was answered with " + response.statusCode() + ".");
        }
        return response;
    }

    private static String first(String pattern, String json) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(json);
        if (!found.find()) {
            throw new IOException("The portal's answer lacks " + pattern + ".");
        }
        return found.group(1);
    }

    List<Instance> running() throws IOException, InterruptedException {
        Process process = command("list", "--json").start();
        String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Instance.listed(json).stream().filter(Instance::isRunning).toList();
    }

    /** Returns when so many instances run. */
    void awaitRunning(int count) throws IOException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + START_SECONDS * 1_000_000_000L;
        while (running().size() < count) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("There are no " + count + " instances within " + START_SECONDS + " s.");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    Target target() {
        return Target.at(URI.create("http://127.0.0.1:" + port), ProcessHandle.current().pid());
    }

    /** Of an administrator. */
    String token() {
        return token;
    }

    @Override
    public void close() throws IOException {
        try {
            run("down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
