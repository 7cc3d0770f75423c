package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.ReadHandler;
import org.glassfish.tyrus.spi.Writer;
import org.junit.jupiter.api.Test;

class GuardedConnectionTest {

    private static final byte[] MESSAGE = {(byte) 0x82, (byte) 0x81, 0, 0, 0, 0, 7};
    private static final byte[] TOO_LONG = {(byte) 0x82, (byte) 0xff, 0, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0, 0};
    private static final byte[] CLOSE = {(byte) 0x88, (byte) 0x80, 0, 0, 0, 0};

    private final List<String> done = new ArrayList<>();
    private final Writer wire = new RecordingWriter();
    private final ClosingHandshake closing = new ClosingHandshake(Optional.empty(), new TimerWheel(() -> 0), Limits.defaults(), this);
    private final GuardedWriter writer = new GuardedWriter(wire, closing);
    private final GuardedConnection connection = new GuardedConnection(new TyrusLike(), writer, new IncomingFrames(100), closing, () -> { });

    @Test
    void passes_on_what_comes_until_a_close_frame_has_gone_out() {
        receive(MESSAGE);
        connection.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
        receive(MESSAGE);
        assertEquals(List.of("read", "close frame"), done);
    }

    @Test
    void reads_on_after_a_frame_that_is_too_long() {
        receive(TOO_LONG);
        receive(new byte[1_000_000]);
        assertEquals(List.of("close frame"), done);
    }

    @Test
    void closes_once_the_clients_close_frame_has_come() {
        connection.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
        receive(MESSAGE);
        receive(CLOSE);
        assertEquals(List.of("close frame", "closed"), done);
    }

    @Test
    void closes_when_the_client_does_not_stop_sending() {
        receive(TOO_LONG);
        byte[] million = new byte[1_000_000];
        for (int i = 0; i < 63; i++) {
            receive(million);
        }
        assertEquals(List.of("close frame"), done);
        receive(million);
        receive(million);
        assertEquals("closed", done.get(1));
    }

    @Test
    void answers_a_close_frame_and_closes_at_once() {
        receive(CLOSE);
        connection.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
        assertEquals(List.of("read", "close frame", "closed"), done);
    }

    private void receive(byte[] bytes) {
        connection.handle(ByteBuffer.wrap(bytes));
    }

    /** Writes a close frame and closes, once, and leaves nothing unread. */
    private final class TyrusLike implements Connection {

        private boolean closed;

        @Override
        public ReadHandler getReadHandler() {
            return data -> {
                done.add("read");
                data.position(data.limit());
            };
        }

        @Override
        public Writer getWriter() {
            return writer;
        }

        @Override
        public CloseListener getCloseListener() {
            return reason -> { };
        }

        @Override
        public void close(CloseReason reason) {
            if (!closed) {
                closed = true;
                writer.write(ByteBuffer.wrap(new byte[] {(byte) 0x88, 0}), new CompletionHandler<>() { });
                closeWriter();
            }
        }

        private void closeWriter() {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final class RecordingWriter extends Writer {

        @Override
        public void write(ByteBuffer buffer, CompletionHandler<ByteBuffer> handler) {
            done.add("close frame");
        }

        @Override
        public void close() {
            if (!done.contains("closed")) {
                done.add("closed");
            }
        }
    }
}
