package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoomOpCodecTest {

    private static final Selection SOME = new Selection(Set.of("a", "b"), Set.of("c"));

    static Stream<RoomOp> operations() {
        return Stream.of(
                new RoomOp.Emit("/", Selection.ALL, new Payload("[\"e\"]", List.of()), false, "", 0),
                new RoomOp.Emit("/admin", SOME, new Payload("[\"é €\"]", List.of()), true, "request", 10_000),
                new RoomOp.Join("/", SOME, Set.of("x", "y")),
                new RoomOp.Leave("/", SOME, Set.of()),
                new RoomOp.Disconnect("/", SOME, true),
                new RoomOp.Fetch("/", SOME, "here@0/1"),
                new RoomOp.Count("/admin", Selection.ALL, "here@0/1"),
                new RoomOp.ServerEmit("/", "here@0", new Payload("[\"é\"]", List.of()), ""),
                new RoomOp.ServerEmit("/", "here@0", new Payload("[\"é\"]", List.of()), "here@0/1"),
                new RoomOp.Report("/", "request", "here@0", Map.of("id", new Payload("[1]", List.of())), Set.of("other")),
                new RoomOp.Report("/", "request", "here@0", Map.of(), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void reads_what_it_wrote(RoomOp op) {
        assertEquals(op, RoomOpCodec.decode(RoomOpCodec.encode(op)));
    }

    @Test
    void carries_binary_parts_and_long_payloads() {
        byte[] part = {1, 2, 3};
        String json = "[\"" + "x".repeat(100_000) + "\"]";
        RoomOp.Emit read = (RoomOp.Emit) RoomOpCodec.decode(RoomOpCodec.encode(
                new RoomOp.Emit("/", Selection.ALL, new Payload(json, List.of(part, new byte[0])), false, "", 0)));
        assertEquals(json, read.payload().json());
        assertArrayEquals(part, read.payload().parts().get(0));
        assertEquals(0, read.payload().parts().get(1).length);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refuses_what_is_cut_off(RoomOp op) {
        byte[] bytes = RoomOpCodec.encode(op);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(IllegalArgumentException.class, () -> RoomOpCodec.decode(cut));
        }
    }

    @Test
    void refuses_another_version_and_an_unknown_kind() {
        byte[] bytes = RoomOpCodec.encode(new RoomOp.Disconnect("/", SOME, true));
        byte[] newer = bytes.clone();
        newer[0] = 2;
        assertThrows(IllegalArgumentException.class, () -> RoomOpCodec.decode(newer));
        byte[] unknown = bytes.clone();
        unknown[1] = 99;
        assertThrows(IllegalArgumentException.class, () -> RoomOpCodec.decode(unknown));
    }
}
