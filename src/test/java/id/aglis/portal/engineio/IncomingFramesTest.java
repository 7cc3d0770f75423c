package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingFramesTest {

    private static final int BINARY = 2;
    private static final int CLOSE = 8;

    private final IncomingFrames frames = new IncomingFrames(70_000);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 125, 126, 65_535, 65_536, 70_000})
    void lets_frames_pass_up_to_the_longest(long length) {
        for (int i = 0; i < 3; i++) {
            frames.follow(frame(BINARY, length));
        }
        assertFalse(frames.isTooLong());
        assertFalse(frames.isClosed());
    }

    @ParameterizedTest
    @ValueSource(longs = {70_001, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, 0x80000000_7fffffffL, -1})
    void notices_one_that_is_longer_or_pretends_to_be_negative(long length) {
        frames.follow(header(BINARY, length));
        assertTrue(frames.isTooLong());
        frames.follow(frame(CLOSE, 2));
        assertTrue(frames.isTooLong(), "for good");
        assertFalse(frames.isClosed(), "a payload is no frame");
    }

    @Test
    void reads_headers_however_they_are_cut() {
        ByteBuffer bytes = ByteBuffer.allocate(200_000).put(frame(BINARY, 3)).put(frame(BINARY, 300)).put(frame(BINARY, 66_000))
                .put(header(BINARY, 70_001)).flip();
        assertEquals(bytes.limit() - 4, followedUntil(bytes, frames::isTooLong), "the last byte of the length, before the mask");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 125})
    void notices_a_close_frame_once_it_is_complete(long length) {
        ByteBuffer bytes = ByteBuffer.allocate(300_000).put(frame(BINARY, 200_000)).put(frame(CLOSE, length)).put(frame(BINARY, 70_000)).flip();
        assertEquals(bytes.limit() - frame(BINARY, 70_000).limit(), followedUntil(bytes, frames::isClosed));
        frames.follow(bytes);
        assertTrue(frames.isClosed(), "for good");
    }

    /** Byte by byte; returns how many it took. */
    private int followedUntil(ByteBuffer bytes, BooleanSupplier noticed) {
        while (!noticed.getAsBoolean()) {
            frames.follow(ByteBuffer.wrap(new byte[] {bytes.get()}));
        }
        return bytes.position();
    }

    private static ByteBuffer frame(int opcode, long length) {
        ByteBuffer header = header(opcode, length);
        return ByteBuffer.allocate(header.remaining() + (int) length).put(header).rewind();
    }

    private static ByteBuffer header(int opcode, long length) {
        ByteBuffer header = ByteBuffer.allocate(14).put((byte) (0x80 | opcode));
        if (length >= 0 && length < 126) {
            header.put((byte) (0x80 | length));
        } else if (length >= 0 && length < 65_536) {
            header.put((byte) 0xfe).putShort((short) length);
        } else {
            header.put((byte) 0xff).putLong(length);
        }
        return header.putInt(0x01020304).flip();
    }
}
