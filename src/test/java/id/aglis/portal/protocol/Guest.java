package id.aglis.portal.protocol;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client of the tight fixture.
 *
 * @param headers sent with every request
 */
record Guest(Map<String, String> headers) {

    private static final AtomicInteger GUESTS = new AtomicInteger();

    /** One that comes, as the proxy says, from an address that nobody else has. */
    static Guest fromElsewhere() {
        return new Guest(Map.of("X-Forwarded-For", address()));
    }

    static String address() {
        int number = GUESTS.incrementAndGet();
        return "198.18." + number / 250 + "." + number % 250;
    }

    HttpResponse<String> get(String pathAndQuery) {
        return send(pathAndQuery, "GET", BodyPublishers.noBody());
    }

    HttpResponse<String> post(String pathAndQuery, String body) {
        return send(pathAndQuery, "POST", BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(String pathAndQuery, String method, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(TightFixture.http(pathAndQuery)).timeout(Duration.ofSeconds(20))
                .method(method, body);
        headers.forEach(request::header);
        return Http.CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    /** Asks for a session over polling. */
    HttpResponse<String> handshake(String path) {
        return get(path + "?EIO=4&transport=polling");
    }

    /** Opens a session over polling and returns the path with its query. */
    String open(String path) {
        return path + "?EIO=4&transport=polling&sid=" + Http.sid(handshake(path).body());
    }

    /** Opens a session over WebSocket. */
    Wire wire(String path) {
        Wire wire = Wire.open(TightFixture.webSocket(path + "?EIO=4&transport=websocket"), headers);
        wire.next();
        return wire;
    }
}
