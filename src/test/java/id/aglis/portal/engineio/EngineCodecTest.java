package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineCodecTest {

    @ParameterizedTest
    @EnumSource
    void reads_every_type_by_its_digit(EnginePacketType type) {
        assertEquals(new EnginePacket.Text(type, "data"), EngineCodec.packet(type.ordinal() + "data"));
    }

    @Test
    void reads_a_packet_that_is_a_digit_alone() {
        assertEquals(new EnginePacket.Text(EnginePacketType.PONG, ""), EngineCodec.packet("3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "9hello", "/x", ":x", "x", " 4", "\u0664x", "\0"})
    void refuses_what_has_no_known_type(String packet) {
        assertThrows(IllegalArgumentException.class, () -> EngineCodec.packet(packet));
        assertThrows(IllegalArgumentException.class, () -> EngineCodec.payload(packet));
    }

    @Test
    void separates_the_packets_of_a_payload() {
        assertEquals(List.of(new EnginePacket.Text(EnginePacketType.MESSAGE, "one"), new EnginePacket.Text(EnginePacketType.PING, ""),
                new EnginePacket.Text(EnginePacketType.MESSAGE, "zwei €")), EngineCodec.payload("4one\u001e2\u001e4zwei €"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4a\u001e", "\u001e4a", "4a\u001e\u001e4b", "\u001e", "4a\u001e8"})
    void refuses_a_payload_with_a_packet_missing_or_bad(String body) {
        assertThrows(IllegalArgumentException.class, () -> EngineCodec.payload(body));
    }

    @Test
    void reads_binary_inside_a_payload() {
        EnginePacket.Binary binary = (EnginePacket.Binary) EngineCodec.payload("4a\u001ebAQID+/8=").get(1);
        assertArrayEquals(new byte[] {1, 2, 3, (byte) 0xfb, (byte) 0xff}, binary.data());
    }

    @Test
    void reads_binary_of_no_length() {
        assertEquals(0, ((EnginePacket.Binary) EngineCodec.payload("b").get(0)).data().length);
    }

    @Test
    void reads_base64_in_lines() {
        List<EnginePacket> packets = EngineCodec.payload("bAQ\nID\r\n");
        assertArrayEquals(new byte[] {1, 2, 3}, ((EnginePacket.Binary) packets.get(0)).data());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bA", "bAQI!", "bA===", "b-_8=", "bAQ ID", "bAQID\u00e9"})
    void refuses_broken_base64(String packet) {
        assertThrows(IllegalArgumentException.class, () -> EngineCodec.payload(packet));
    }

    @Test
    void refuses_broken_base64_in_a_frame() {
        assertThrows(IllegalArgumentException.class, () -> EngineCodec.packet("bA!"));
    }
}
