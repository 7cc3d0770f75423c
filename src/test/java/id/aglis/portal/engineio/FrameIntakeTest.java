package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.junit.jupiter.api.Test;

class FrameIntakeTest {

    private static final int LONGEST = 1_000;
    private static final byte TEXT = (byte) 0x81;
    private static final byte BINARY = (byte) 0x82;
    private static final byte PING = (byte) 0x89;
    private static final byte BEGINNING = 0x01;
    private static final byte END = (byte) 0x80;
    private static final byte COMPRESSED = (byte) 0xc1;

    private final List<String> received = new ArrayList<>();
    private final IncomingFrames tyrus = new IncomingFrames(LONGEST);
    private final ClosingHandshake closing = new ClosingHandshake(Optional.empty(), new TimerWheel(() -> 0), Limits.defaults(), this);
    private final FrameIntake intake = new FrameIntake(Optional.empty(), tyrus, closing, LONGEST);

    FrameIntakeTest() {
        intake.deliverTo(new Recording(), RecordingLink.socket());
    }

    @Test
    void takes_texts_and_bytes_that_come_as_whole_frames() {
        assertEquals(0, left(frame(TEXT, "hello"), frame(TEXT, "héllo €"), frame(BINARY, "bytes"), frame(TEXT, "")));
        assertEquals(List.of("hello", "héllo €", "bytes:bytes", ""), received);
    }

    @Test
    void takes_a_frame_of_any_length_that_is_allowed() {
        for (int length : new int[] {1, 125, 126, 255, 256, LONGEST}) {
            assertEquals(0, left(frame(TEXT, "x".repeat(length))));
            assertEquals(length, received.remove(0).length());
        }
    }

    @Test
    void leaves_one_that_is_longer() {
        assertLeft(frame(TEXT, "x".repeat(LONGEST + 1)));
    }

    @Test
    void leaves_a_frame_that_is_not_there_as_a_whole() {
        byte[] whole = frame(TEXT, "x".repeat(200));
        for (int length = 1; length < whole.length; length++) {
            assertLeft(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void leaves_control_frames_extensions_and_what_is_not_utf_8() {
        assertLeft(frame(PING, ""));
        assertLeft(frame(COMPRESSED, "x"));
        assertLeft(frame(TEXT, new byte[] {'x', (byte) 0xff}));
    }

    @Test
    void leaves_what_is_not_masked() {
        assertLeft(new byte[] {TEXT, 5, 'h', 'e', 'l', 'l', 'o', 'x', 'x'});
    }

    @Test
    void leaves_all_that_follows_one_it_left() {
        byte[] ping = frame(PING, "");
        byte[] text = frame(TEXT, "after");
        assertEquals(ping.length + text.length, left(frame(TEXT, "before"), ping, text));
        assertEquals(List.of("before"), received);
    }

    @Test
    void takes_nothing_while_a_message_comes_in_several_frames() {
        byte[] text = frame(TEXT, "amid");
        tyrusReads(frame(BEGINNING, "a"));
        assertLeft(text);
        tyrusReads(frame(PING, ""));
        assertLeft(text);
        tyrusReads(frame(END, "b"));
        assertEquals(0, left(text));
    }

    @Test
    void takes_nothing_while_tyrus_waits_for_the_rest_of_a_frame() {
        byte[] whole = frame(TEXT, "late");
        tyrusReads(Arrays.copyOf(whole, 3));
        assertLeft(frame(TEXT, "x"));
        tyrusReads(Arrays.copyOfRange(whole, 3, whole.length));
        assertEquals(0, left(frame(TEXT, "x")));
    }

    @Test
    void takes_nothing_more_once_a_close_frame_has_gone_out() {
        closing.begin(() -> { });
        assertLeft(frame(TEXT, "x"));
    }

    private void tyrusReads(byte[] bytes) {
        tyrus.follow(ByteBuffer.wrap(bytes));
    }

    private void assertLeft(byte[] bytes) {
        assertEquals(bytes.length, left(bytes));
        assertEquals(List.of(), received);
    }

    private int left(byte[]... frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            all.writeBytes(frame);
        }
        Buffer data = Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, all.toByteArray());
        intake.take(data);
        return data.remaining();
    }

    private static byte[] frame(byte first, String payload) {
        return frame(first, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] frame(byte first, byte[] payload) {
        byte[] mask = {1, 2, 3, (byte) 0xf4};
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ mask[i % 4]);
        }
        return frame.toByteArray();
    }

    private final class Recording implements Incoming {

        @Override
        public void frame(Link socket, String frame) {
            received.add(frame);
        }

        @Override
        public void frame(Link socket, byte[] frame) {
            received.add("bytes:" + new String(frame, StandardCharsets.UTF_8));
        }

        @Override
        public void lost(Link link, CloseReason reason) {
            received.add("lost");
        }
    }
}
