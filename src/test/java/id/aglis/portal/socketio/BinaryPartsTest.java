package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryPartsTest {

    private final byte[] one = {1};
    private final byte[] two = {2};
    private final List<byte[]> parts = new ArrayList<>();

    @Test
    void finds_binary_however_deep_it_is() {
        assertTrue(BinaryParts.isIn(List.of("e", Map.of("a", List.of(Map.of("b", one))))));
        assertFalse(BinaryParts.isIn(Arrays.asList("e", null, Map.of("a", List.of(1L)))));
    }

    @Test
    void takes_binary_out_and_puts_it_back() {
        Object tree = List.of("e", one, Map.of("a", List.of(1L, two)));
        Object without = BinaryParts.takeFrom(tree, parts);
        assertEquals(List.of(one, two), parts);
        assertFalse(BinaryParts.isIn(without));
        List<?> whole = (List<?>) BinaryParts.putInto(JsonText.parse(JsonText.write(without)), parts);
        assertSame(one, whole.get(1));
        assertSame(two, ((List<?>) ((Map<?, ?>) whole.get(2)).get("a")).get(1));
    }

    @Test
    void puts_one_part_in_several_places() {
        List<?> whole = (List<?>) BinaryParts.putInto(List.of(placeholder(0L), placeholder(0L)), List.of(one));
        assertSame(one, whole.get(0));
        assertSame(one, whole.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "4294967296", "0.5", "0.0", "\"0\"", "null", "true", "[]", "{}", "99999999999999999999"})
    void refuses_a_placeholder_without_a_part(String number) {
        Object tree = JsonText.parse("[\"e\",{\"_placeholder\":true,\"num\":" + number + "}]");
        assertThrows(IllegalArgumentException.class, () -> BinaryParts.putInto(tree, List.of(one)));
    }

    @Test
    void leaves_alone_what_only_looks_like_a_placeholder() {
        Map<String, Object> field = Map.of("_placeholder", "true", "num", 0L);
        assertEquals(List.of(field), BinaryParts.putInto(List.of(field), List.of(one)));
    }

    private static Map<String, Object> placeholder(Object number) {
        return Map.of("_placeholder", true, "num", number);
    }
}
