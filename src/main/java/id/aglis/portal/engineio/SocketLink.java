package id.aglis.portal.engineio;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A WebSocket of this instance. */
final class SocketLink implements Link {

    private static final Logger LOGGER = System.getLogger(SocketLink.class.getName());

    private final Session session;
    private final RawFrames rawFrames;

    SocketLink(Session session) {
        this.session = session;
        this.rawFrames = RawFrames.of(session).orElse(null);
    }

    @Override
    public boolean write(Batch batch, Runnable later) {
        try {
            if (rawFrames == null) {
                sendNext(parts(batch), later);
                return false;
            }
            CompletableFuture<?> sent = rawFrames.send(batch.frames());
            if (sent.isDone()) {
                return true;
            }
            sent.whenComplete((frame, failure) -> later.run());
            return false;
        } catch (RuntimeException e) {
            // Tyrus throws no less general one for a socket that has just closed; its endpoint is told so, and the session ends there.
            LOGGER.log(Level.DEBUG, "A WebSocket was closed before it could be written to.", e);
            return true;
        }
    }

    @Override
    public void end(LinkEnd end) {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(end.closeCode()), ""));
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.DEBUG, "A WebSocket was closed already.", e);
        }
    }

    @Override
    public boolean isOneShot() {
        return false;
    }

    private static Iterator<Object> parts(Batch batch) {
        return batch.messages().stream().flatMap(SocketLink::parts).iterator();
    }

    private static Stream<Object> parts(Message message) {
        Stream<Object> binaries = message.binaries().stream().map(part -> ByteBuffer.wrap(part));
        return message.text().isEmpty() ? binaries : Stream.concat(Stream.of(message.text()), binaries);
    }

    private void sendNext(Iterator<Object> parts, Runnable later) {
        if (!parts.hasNext()) {
            later.run();
        } else {
            send(parts.next(), parts, later);
        }
    }

    private void send(Object part, Iterator<Object> rest, Runnable later) {
        if (part instanceof String text) {
            session.getAsyncRemote().sendText(text, result -> sendNext(rest, later));
        } else {
            session.getAsyncRemote().sendBinary((ByteBuffer) part, result -> sendNext(rest, later));
        }
    }
}
