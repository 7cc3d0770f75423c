package id.aglis.portal.protocol;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Long-polling requests. */
final class Http {

    static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

    private Http() {
    }

    static HttpResponse<String> get(String pathAndQuery) {
        return getAsync(pathAndQuery).join();
    }

    static CompletableFuture<HttpResponse<String>> getAsync(String pathAndQuery) {
        return send(request(pathAndQuery).GET());
    }

    static HttpResponse<String> post(String pathAndQuery, String body) {
        return postAsync(pathAndQuery, body).join();
    }

    static CompletableFuture<HttpResponse<String>> postAsync(String pathAndQuery, String body) {
        return send(request(pathAndQuery).header("Content-Type", "text/plain;charset=UTF-8").POST(BodyPublishers.ofString(body)));
    }

    /** What has come besides pings, which are answered; when there was nothing else, what comes next. */
    static String heard(String pathAndQuery, String body) {
        List<String> packets = new ArrayList<>(List.of(body.split("\u001e")));
        if (packets.remove("2")) {
            post(pathAndQuery, "3");
        }
        return packets.isEmpty() ? heard(pathAndQuery, get(pathAndQuery).body()) : String.join("\u001e", packets);
    }

    static HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(Fixture.http(pathAndQuery)).timeout(Duration.ofSeconds(20));
    }

    static CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** Without its parameters. */
    static String contentType(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    /** Opens a session at that path and returns the path with its query. */
    static String open(String path) {
        return path + "?EIO=4&transport=polling&sid=" + sid(get(path + "?EIO=4&transport=polling").body());
    }

    static String sid(String openPacket) {
        Matcher matcher = SID.matcher(openPacket);
        if (!matcher.find()) {
            throw new AssertionError("No session id in " + openPacket);
        }
        return matcher.group(1);
    }
}
