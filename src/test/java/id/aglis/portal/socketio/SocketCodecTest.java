package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketCodecTest {

    static Stream<Arguments> packets() {
        return Stream.of(
                packet("0", SocketPacketType.CONNECT, "/", -1, 0, null),
                packet("0{\"token\":\"t\"}", SocketPacketType.CONNECT, "/", -1, 0, Map.of("token", "t")),
                packet("0/admin", SocketPacketType.CONNECT, "/admin", -1, 0, null),
                packet("0/admin,", SocketPacketType.CONNECT, "/admin", -1, 0, null),
                packet("0/admin,{}", SocketPacketType.CONNECT, "/admin", -1, 0, Map.of()),
                packet("1", SocketPacketType.DISCONNECT, "/", -1, 0, null),
                packet("1/admin", SocketPacketType.DISCONNECT, "/admin", -1, 0, null),
                packet("1/admin,", SocketPacketType.DISCONNECT, "/admin", -1, 0, null),
                packet("2[\"e\"]", SocketPacketType.EVENT, "/", -1, 0, List.of("e")),
                packet("2[7]", SocketPacketType.EVENT, "/", -1, 0, List.of(7L)),
                packet("20[\"e\",1]", SocketPacketType.EVENT, "/", 0, 0, List.of("e", 1L)),
                packet("2/admin,456[\"e\"]", SocketPacketType.EVENT, "/admin", 456, 0, List.of("e")),
                packet("3/admin,456[]", SocketPacketType.ACK, "/admin", 456, 0, List.of()),
                packet("31[\"a,b/c-d\"]", SocketPacketType.ACK, "/", 1, 0, List.of("a,b/c-d")),
                packet("50-[\"e\"]", SocketPacketType.BINARY_EVENT, "/", -1, 0, List.of("e")),
                packet("52-/admin,3[\"e\"]", SocketPacketType.BINARY_EVENT, "/admin", 3, 2, List.of("e")),
                packet("61-12[1]", SocketPacketType.BINARY_ACK, "/", 12, 1, List.of(1L)),
                packet("2999999999999999[\"e\"]", SocketPacketType.EVENT, "/", 999_999_999_999_999L, 0, List.of("e")));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void reads(String text, SocketPacket packet) {
        assertEquals(packet, SocketCodec.decode(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "9[\"e\"]", "x", "[\"e\"]", "/admin", "\u0662[\"e\"]"})
    void refuses_what_has_no_known_type(String text) {
        refuses(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2[\"connect\"]", "2[\"connect_error\"]", "2[\"disconnect\"]", "2[\"disconnecting\"]", "2[\"newListener\"]",
            "2[\"removeListener\"]", "50-[\"connect\"]"})
    void refuses_events_with_a_reserved_name(String text) {
        refuses(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2[]", "2{}", "2\"e\"", "2[null]", "2[true]", "2[[\"e\"]]", "2[{\"e\":1}]", "2/admin,", "21"})
    void refuses_events_without_a_name(String text) {
        refuses(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0[]", "0\"x\"", "0true", "1{}", "1[]", "1/admin,[]", "3[1]", "3", "31", "31{}", "31null",
            "4{\"message\":\"x\"}", "4", "60-[1]"})
    void refuses_a_payload_that_does_not_fit_the_type(String text) {
        refuses(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2[", "2[\"e\"", "2[\"e\"]]", "2[\"e\"]x", "2[\"e\",]", "2['e']", "2[\"e\" 1]", "2[\"e\",01]", "2[\"\u0001\"]",
            "2[\"\\x\"]", "2{\"a\":1", "2 [\"e\"", "2[\"e\",nul]", "0{\"a\"}", "0{a:1}"})
    void refuses_bad_json(String text) {
        refuses(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5[\"e\"]", "5-[\"e\"]", "5x-[\"e\"]", "51[\"e\"]", "5-1-[\"e\"]", "51.5-[\"e\"]", "599999999999-[\"e\"]",
            "59999999999999999999999-[\"e\"]", "2-1[\"e\"]", "21.5[\"e\"]", "29999999999999999[\"e\"]", "2+1[\"e\"]"})
    void refuses_bad_numbers(String text) {
        refuses(text);
    }

    @Test
    void refuses_what_is_nested_too_deeply_for_a_stack() {
        refuses("2" + "[".repeat(100_000));
        refuses("2[\"e\"," + "[".repeat(200) + "]".repeat(200) + "]");
        refuses("2[\"e\"," + "{\"a\":".repeat(200) + "1" + "}".repeat(200) + "]");
    }

    @Test
    void writes_what_it_reads() {
        assertEquals("0{\"sid\":\"x\"}", SocketCodec.encode(SocketPacketType.CONNECT, 0, "/", -1, "{\"sid\":\"x\"}"));
        assertEquals("1/admin,", SocketCodec.encode(SocketPacketType.DISCONNECT, 0, "/admin", -1, ""));
        assertEquals("2/admin,0[\"e\"]", SocketCodec.encode(SocketPacketType.EVENT, 0, "/admin", 0, "[\"e\"]"));
        assertEquals("51-[\"e\"]", SocketCodec.encode(SocketPacketType.BINARY_EVENT, 1, "/", -1, "[\"e\"]"));
        assertEquals("61-/admin,7[]", SocketCodec.encode(SocketPacketType.BINARY_ACK, 1, "/admin", 7, "[]"));
    }

    private static void refuses(String text) {
        assertThrows(IllegalArgumentException.class, () -> SocketCodec.decode(text), text);
    }

    private static Arguments packet(String text, SocketPacketType type, String namespace, long ackId, int attachments, Object data) {
        return Arguments.of(text, new SocketPacket(type, namespace, ackId, attachments, data));
    }
}
