package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameLengthsTest {

    private final FrameLengths lengths = new FrameLengths(70_000);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 125, 126, 65_535, 65_536, 70_000})
    void lets_frames_pass_up_to_the_longest(long length) {
        for (int i = 0; i < 3; i++) {
            assertFalse(lengths.exceededBy(frame(length)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {70_001, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, 0x80000000_7fffffffL, -1})
    void stops_at_one_that_is_longer_or_pretends_to_be_negative(long length) {
        assertTrue(lengths.exceededBy(header(length)));
        assertTrue(lengths.exceededBy(frame(1)), "for good");
    }

    @Test
    void reads_headers_however_they_are_cut() {
        ByteBuffer bytes = ByteBuffer.allocate(200_000).put(frame(3)).put(frame(300)).put(frame(66_000)).put(header(70_001)).flip();
        int read = 0;
        while (!lengths.exceededBy(ByteBuffer.wrap(new byte[] {bytes.get(read)}))) {
            read++;
        }
        assertEquals(bytes.limit() - 5, read, "the last byte of the length, before the mask");
    }

    private static ByteBuffer frame(long length) {
        ByteBuffer header = header(length);
        return ByteBuffer.allocate(header.remaining() + (int) length).put(header).rewind();
    }

    private static ByteBuffer header(long length) {
        ByteBuffer header = ByteBuffer.allocate(14).put((byte) 0x82);
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
