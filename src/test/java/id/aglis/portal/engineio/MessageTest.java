package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 70_000})
    void frames_binary_with_the_shortest_form_of_its_length(int length) {
        byte[] frame = Message.of(new byte[length]).frames();
        int header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
        assertEquals(header + length, frame.length);
        assertEquals((byte) 0x82, frame[0]);
        assertEquals(length, lengthIn(frame, header));
    }

    @ParameterizedTest
    @ValueSource(ints = {124, 125, 65_534, 65_535})
    void counts_the_type_digit_in_the_length_of_a_text(int length) {
        byte[] frame = Message.of("x".repeat(length)).frames();
        int header = length < 125 ? 2 : length < 65_535 ? 4 : 10;
        assertEquals(length + 1, lengthIn(frame, header));
        assertEquals((byte) 0x81, frame[0]);
        assertEquals('4', frame[header]);
    }

    @Test
    void counts_bytes_and_not_characters() {
        byte[] frame = Message.of("€").frames();
        assertArrayEquals(new byte[] {(byte) 0x81, 4, '4', (byte) 0xe2, (byte) 0x82, (byte) 0xac}, frame);
    }

    @Test
    void puts_binary_parts_in_frames_of_their_own_behind_the_text() {
        byte[] frames = Message.of("51-[]", List.of(new byte[] {7}, new byte[] {8, 9})).frames();
        assertArrayEquals(new byte[] {(byte) 0x81, 6, '4', '5', '1', '-', '[', ']', (byte) 0x82, 1, 7, (byte) 0x82, 2, 8, 9}, frames);
    }

    @Test
    void puts_binary_parts_into_a_body_as_base64() {
        Message message = Message.of("5", List.of(new byte[] {1, 2, 3}, new byte[] {(byte) 0xfb, (byte) 0xff}));
        assertEquals("45\u001ebAQID\u001eb+/8=", new String(message.body(), StandardCharsets.UTF_8));
    }

    @Test
    void has_no_separator_before_binary_alone() {
        assertEquals("bAQID", new String(Message.of(new byte[] {1, 2, 3}).body(), StandardCharsets.UTF_8));
    }

    @Test
    void encodes_once() {
        Message message = Message.of("a");
        assertSame(message.frames(), message.frames());
        assertSame(message.body(), message.body());
    }

    @Test
    void counts_at_least_what_its_frames_take() {
        Message message = Message.of("x".repeat(200), List.of(new byte[300], new byte[70_000]));
        assertTrue(message.size() >= message.frames().length);
    }

    private static long lengthIn(byte[] frame, int header) {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        return header == 2 ? frame[1] : header == 4 ? bytes.getShort(2) & 0xFFFF : bytes.getLong(2);
    }
}
