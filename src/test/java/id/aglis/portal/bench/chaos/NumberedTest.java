package id.aglis.portal.bench.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumberedTest {

    private static ByteBuffer packet(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void is_read_as_it_was_written() {
        ByteBuffer packet = packet("2[\"numbered\",\"" + Numbered.text(13, 4_711) + "\",\"@1z\"]");
        assertTrue(Numbered.isIn(packet, 0, packet.limit()));
        assertEquals(13, Numbered.lane(packet, 0));
        assertEquals(4_711, Numbered.number(packet, 0));
    }

    @Test
    void is_told_from_other_events() {
        ByteBuffer packet = packet("2[\"notification\",{\"text\":\"longer than the head of the other\"},\"@1z\"]");
        assertFalse(Numbered.isIn(packet, 0, packet.limit()));
    }

    @Test
    void ends_with_the_offset() {
        LastText last = new LastText();
        ByteBuffer packet = packet("42[\"numbered\",\"first\",\"@1z\"]");
        last.take(packet, 1, packet.limit());
        assertEquals(Optional.of("@1z"), last.text());
        packet = packet("2[\"other\",{\"a\":1}]");
        last.take(packet, 0, packet.limit());
        assertEquals(Optional.of("@1z"), last.text());
    }
}
