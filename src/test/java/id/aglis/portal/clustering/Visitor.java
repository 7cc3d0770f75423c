package id.aglis.portal.clustering;

import id.aglis.portal.PortalProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the echo, whose session is on one instance and who may speak by way of any. */
final class Visitor implements WebSocket.Listener {

    static final String CLOSED = "closed";

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String PATH = "/patient/engine.io/?EIO=4&transport=";
    private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

    private final String sid;
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder frame = new StringBuilder();
    private WebSocket socket;

    private Visitor(String sid) {
        this.sid = sid;
    }

    static Visitor of(PortalProcess owner) {
        String opened = send(HttpRequest.newBuilder(URI.create(owner.uri() + PATH + "polling")).GET()).join().body();
        Matcher matcher = SID.matcher(opened);
        if (!matcher.find()) {
            throw new AssertionError("No session id in " + opened);
        }
        return new Visitor(matcher.group(1));
    }

    /** One with the same id, but for its last character. */
    Visitor forged() {
        return new Visitor(sid.substring(0, sid.length() - 1) + (sid.endsWith("A") ? "B" : "A"));
    }

    CompletableFuture<HttpResponse<String>> poll(PortalProcess at) {
        return send(HttpRequest.newBuilder(uri(at, "polling")).GET());
    }

    CompletableFuture<HttpResponse<String>> post(PortalProcess at, String body) {
        return send(HttpRequest.newBuilder(uri(at, "polling")).POST(BodyPublishers.ofString(body)));
    }

    /** Goes over to a WebSocket; what comes by it is in {@link #next}. */
    Visitor upgrade(PortalProcess at) throws InterruptedException {
        URI uri = URI.create(uri(at, "websocket").toString().replaceFirst("http", "ws"));
        socket = HTTP.newWebSocketBuilder().buildAsync(uri, this).join();
        say("2probe");
        if (!"3probe".equals(next())) {
            throw new AssertionError("The probe was not answered.");
        }
        say("5");
        return this;
    }

    void say(String packet) {
        socket.sendText(packet, true).join();
    }

    /** The next frame, or that the WebSocket is closed. */
    String next() throws InterruptedException {
        return frames.poll(30, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        frame.append(part);
        if (last) {
            frames.add(frame.toString());
            frame.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        frames.add(CLOSED);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        frames.add(CLOSED);
    }

    private URI uri(PortalProcess at, String transport) {
        return URI.create(at.uri() + PATH + transport + "&sid=" + sid);
    }

    private static CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString()).orTimeout(30, TimeUnit.SECONDS);
    }
}
