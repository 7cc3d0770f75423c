package id.aglis.portal.integration;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A browser's socket, as far as tests need one: Engine.IO 4 over WebSocket, packets of Socket.IO 5 as text. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CLOSED = "closed";
    private static final long LIMIT_SECONDS = 20;

    private final BlockingQueue<String> packets = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;
    private volatile int pings;

    private SocketClient() {
    }

    /** Opens a connection and asks to enter the namespace {@code /} with that token. */
    static SocketClient connect(URI portal, String token) {
        SocketClient client = new SocketClient();
        client.socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + portal.getAuthority() + "/socket.io/?EIO=4&transport=websocket"), client).join();
        client.await("the opening packet", packet -> packet.startsWith("0{"));
        client.send("40{\"token\":\"" + token + "\"}");
        return client;
    }

    /** As {@link #connect}, and waits until it is let in. */
    static SocketClient enter(PortalClient user) {
        SocketClient client = connect(user.base(), user.token());
        client.await("admission", packet -> packet.startsWith("40"));
        return client;
    }

    /** Sends an event and returns the answer to it, both as JSON arrays. */
    String ask(String arguments) {
        send("427" + arguments);
        return await("the answer to " + arguments, packet -> packet.startsWith("437")).substring(3);
    }

    /** The next event of that name, as a JSON array. */
    String event(String name) {
        return await(name, packet -> packet.startsWith("42[\"" + name + "\"")).substring(2);
    }

    /** Skips packets until one fits. */
    String await(String what, Predicate<String> fits) {
        try {
            for (String packet = next(); packet != null; packet = next()) {
                if (fits.test(packet)) {
                    return packet;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("Within " + LIMIT_SECONDS + " s there was not " + what + ".");
    }

    /** How often the server has asked whether this is still there, and was answered. */
    int pings() {
        return pings;
    }

    void awaitEnd() {
        await("an end", packet -> packet.equals(CLOSED) || packet.equals("41") || packet.equals("1"));
    }

    private String next() throws InterruptedException {
        return packets.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private synchronized void send(String packet) {
        socket.sendText(packet, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            String packet = part.toString();
            part.setLength(0);
            if (packet.equals("2")) {
                webSocket.sendText("3", true);
                pings++;
            } else {
                packets.add(packet);
            }
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        packets.add(CLOSED);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        packets.add(CLOSED);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
