package id.aglis.portal.clustering;

import id.aglis.portal.Await;
import id.aglis.portal.PortalProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the main namespace on one instance, by WebSocket; it keeps what is broadcast to it. */
final class Browser implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern ANSWER = Pattern.compile("43(\\d+)(\\[.*])");
    private static final Pattern BROADCAST = Pattern.compile("42\\[\"broadcast\",\"(.*)\"]");

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Map<Integer, String> answers = new ConcurrentHashMap<>();
    private final StringBuilder frame = new StringBuilder();
    private volatile boolean connected;
    private volatile boolean closed;
    private WebSocket socket;
    private int asked;

    private Browser() {
    }

    /** Returns when it has been let in. */
    static Browser on(PortalProcess instance) {
        Browser browser = new Browser();
        URI uri = URI.create(instance.uri().toString().replaceFirst("http", "ws") + "/patient/socket.io/?EIO=4&transport=websocket");
        browser.socket = HTTP.newWebSocketBuilder().buildAsync(uri, browser).join();
        browser.send("40");
        Await.until("connected", () -> browser.connected);
        return browser;
    }

    /** Sends an event that the fixture broadcasts to everybody. */
    void broadcast(String text) {
        send("42[\"broadcast\",\"" + text + "\"]");
    }

    /** As {@link #broadcast}, for an event that may get lost. */
    void broadcastVolatile(String text) {
        send("42[\"broadcast-volatile\",\"" + text + "\"]");
    }

    /** Broadcasts, and lets the instance die when the log has taken it and nobody else knows. */
    void broadcastAndDie(String text) {
        send("42[\"die-before-telling\"]");
        broadcast(text);
    }

    /**
     * Sends an event, and waits for the answer.
     *
     * @param arguments JSON values, with a comma between
     * @return the answer's arguments, as a JSON array
     */
    String ask(String event, String arguments) {
        asked++;
        send("42" + asked + "[\"" + event + "\"," + arguments + "]");
        Await.until("answered", () -> answers.containsKey(asked));
        return answers.get(asked);
    }

    /** What has been broadcast so far, in the order it came. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        frame.append(part);
        if (last) {
            take(frame.toString());
            frame.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed = true;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private void take(String packet) {
        Matcher answer = ANSWER.matcher(packet);
        Matcher broadcast = BROADCAST.matcher(packet);
        if (broadcast.matches()) {
            heard.add(broadcast.group(1));
        } else if (answer.matches()) {
            answers.put(Integer.valueOf(answer.group(1)), answer.group(2));
        } else if (packet.equals("2")) {
            send("3");
        } else if (packet.startsWith("40")) {
            connected = true;
        }
    }

    /** Answers to pings and what the test says take turns: the socket refuses to send while it sends. */
    private synchronized void send(String packet) {
        socket.sendText(packet, true).join();
    }
}
