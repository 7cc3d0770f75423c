package id.aglis.portal.engineio;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A batch on its way through the JSR-356 API, which wants one message at a time. Where messages are taken at once they are sent in a
 * loop, however many they are; what the container tells about one that failed it tells the endpoint too, and the session ends there.
 */
final class StandardFrames {

    private static final Logger LOGGER = System.getLogger(StandardFrames.class.getName());

    private final RemoteEndpoint.Async remote;
    private final Iterator<Object> parts;
    private final Runnable later;

    /**
     * @param textOnly whether the client wants binary messages as base64
     * @param later    called once all is taken or the connection broke, unless that was at once
     */
    StandardFrames(RemoteEndpoint.Async remote, Batch batch, boolean textOnly, Runnable later) {
        this.remote = remote;
        this.parts = batch.messages().stream().flatMap(message -> parts(message, textOnly)).iterator();
        this.later = later;
    }

    /** @return whether all was taken at once */
    boolean send() {
        while (parts.hasNext()) {
            AtomicBoolean second = new AtomicBoolean();
            send(parts.next(), result -> taken(result, second));
            if (second.compareAndSet(false, true)) {
                return false;
            }
        }
        return true;
    }

    /** Goes on, unless the one who sends is still there to do it. */
    private void taken(SendResult result, AtomicBoolean second) {
        boolean alone = !second.compareAndSet(false, true);
        if (!result.isOK()) {
            parts.forEachRemaining(part -> { });
        }
        if (alone) {
            sendSafely();
        }
    }

    private void sendSafely() {
        if (isAllTaken()) {
            later.run();
        }
    }

    private boolean isAllTaken() {
        try {
            return send();
        } catch (RuntimeException e) {
            LOGGER.log(Level.DEBUG, "A WebSocket was closed before all was written.", e);
            return true;
        }
    }

    private void send(Object part, SendHandler taken) {
        if (part instanceof String text) {
            remote.sendText(text, taken);
        } else {
            remote.sendBinary((ByteBuffer) part, taken);
        }
    }

    private static Stream<Object> parts(Message message, boolean textOnly) {
        Stream<Object> binaries = message.binaries().stream()
                .map(part -> textOnly ? "b" + Base64.getEncoder().encodeToString(part) : ByteBuffer.wrap(part));
        return message.text().isEmpty() ? binaries : Stream.concat(Stream.of(message.text()), binaries);
    }
}
