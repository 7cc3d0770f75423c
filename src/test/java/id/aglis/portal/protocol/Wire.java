package id.aglis.portal.protocol;

import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket as a client sees it: what it receives can be taken one by one. */
final class Wire implements WebSocket.Listener, AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<Object> received = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private byte[] binary = {};
    private WebSocket socket;

    private Wire() {
    }

    /** @throws CompletionException when the server refuses */
    static Wire open(String pathAndQuery) {
        return open(pathAndQuery, "");
    }

    static Wire open(String pathAndQuery, String origin) {
        return open(Fixture.webSocket(pathAndQuery), origin.isEmpty() ? Map.of() : Map.of("Origin", origin));
    }

    /** @throws CompletionException when the server refuses */
    static Wire open(URI uri, Map<String, String> headers) {
        Wire wire = new Wire();
        WebSocket.Builder builder = Http.CLIENT.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS));
        headers.forEach(builder::header);
        wire.socket = builder.buildAsync(uri, wire).join();
        return wire;
    }

    /** The status of the answer that refuses a WebSocket. */
    static int refusal(String pathAndQuery, String origin) {
        try {
            open(pathAndQuery, origin).close();
            throw new AssertionError("The WebSocket was opened.");
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refusal) {
                return refusal.getResponse().statusCode();
            }
            throw e;
        }
    }

    Wire send(String frame) {
        socket.sendText(frame, true).join();
        return this;
    }

    /** Sends as far as the connection is still there. */
    void trySend(String frame) {
        socket.sendText(frame, true);
    }

    void trySend(byte... frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true);
    }

    Wire send(byte... frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
        return this;
    }

    /** The next frame: a {@code String}, a {@code byte[]}, or the close code as {@code Integer}. */
    Object next() {
        try {
            Object next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Nothing came.");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next frame that is no ping. Pings are answered meanwhile, as far as the connection is still there. */
    Object nextButPing() {
        Object next = next();
        while (next.equals("2")) {
            trySend("3");
            next = next();
        }
        return next;
    }

    /** The close code, after whatever else comes. */
    int closeCode() {
        Object next = next();
        while (!(next instanceof Integer)) {
            next = next();
        }
        return (Integer) next;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            received.add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        byte[] joined = new byte[binary.length + part.remaining()];
        System.arraycopy(binary, 0, joined, 0, binary.length);
        part.get(joined, binary.length, part.remaining());
        binary = joined;
        if (last) {
            received.add(binary);
            binary = new byte[0];
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        received.add(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        received.add(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
