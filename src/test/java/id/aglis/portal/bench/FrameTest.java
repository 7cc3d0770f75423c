package id.aglis.portal.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    private final Frame frame = new Frame();

    /** The masked "Hello" of RFC 6455, section 5.7. */
    @Test
    void masks_as_in_the_example_of_the_specification() {
        byte[] expected = {(byte) 0x81, (byte) 0x85, 0x37, (byte) 0xfa, 0x21, 0x3d, 0x7f, (byte) 0x9f, 0x4d, 0x51, 0x58};
        assertArrayEquals(expected, Frame.masked(Frame.TEXT, Client.ascii("Hello"), 0x37fa213d));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536})
    void writes_the_length_in_the_shortest_of_the_three_forms(int length) {
        ByteBuffer written = ByteBuffer.wrap(Frame.masked(Frame.TEXT, new byte[length], 0));
        int header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
        assertEquals(header + 4 + length, written.remaining());
        int marker = written.get(1) & 0x7F;
        assertEquals(length, header == 2 ? marker : header == 4 ? written.getShort(2) & 0xFFFF : written.getLong(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536})
    void finds_the_payload_behind_each_form_of_length(int length) {
        ByteBuffer in = serverFrame(length);
        assertTrue(frame.readFrom(in));
        assertEquals(Frame.TEXT, frame.opcode());
        assertEquals(length, frame.to() - frame.from());
        assertFalse(in.hasRemaining());
    }

    @Test
    void takes_nothing_until_the_last_byte_is_there() {
        ByteBuffer whole = serverFrame(300);
        for (int length = 0; length < whole.capacity(); length++) {
            ByteBuffer part = whole.duplicate().limit(length);
            assertFalse(frame.readFrom(part), "complete after " + length + " bytes");
            assertEquals(0, part.position());
        }
    }

    @Test
    void finds_frames_that_reads_have_cut_anywhere() {
        ByteBuffer stream = ByteBuffer.allocate(2_000);
        for (int length : new int[] {5, 200, 0, 126}) {
            stream.put(serverFrame(length));
        }
        stream.flip();
        for (int cut = 1; cut < 50; cut++) {
            assertEquals(List.of(5, 200, 0, 126), lengthsReadInPiecesOf(cut, stream.duplicate()));
        }
    }

    private List<Integer> lengthsReadInPiecesOf(int bytes, ByteBuffer stream) {
        List<Integer> lengths = new ArrayList<>();
        ByteBuffer inbox = ByteBuffer.allocate(1_000);
        while (stream.hasRemaining()) {
            inbox.put(stream.slice(stream.position(), Math.min(bytes, stream.remaining())));
            stream.position(Math.min(stream.limit(), stream.position() + bytes));
            inbox.flip();
            while (frame.readFrom(inbox)) {
                lengths.add(frame.to() - frame.from());
            }
            inbox.compact();
        }
        return lengths;
    }

    @Test
    void refuses_a_masked_frame_from_the_server() {
        ByteBuffer in = ByteBuffer.wrap(Frame.masked(Frame.TEXT, Client.ascii("Hello"), 1));
        assertThrows(IllegalStateException.class, () -> frame.readFrom(in));
    }

    private static ByteBuffer serverFrame(int length) {
        ByteBuffer frame = ByteBuffer.allocate(length + 10).put((byte) 0x81);
        if (length < 126) {
            frame.put((byte) length);
        } else if (length < 65_536) {
            frame.put((byte) 126).putShort((short) length);
        } else {
            frame.put((byte) 127).putLong(length);
        }
        return ByteBuffer.wrap(frame.array(), 0, frame.position() + length).slice();
    }
}
