package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "false", "0", "-1", "1.5", "999999999999999999", "\"\"", "\"a\\\"b\\\\c\"", "\"€😀\"", "[]", "{}",
            "[1,[2,[3]],{\"a\":{\"b\":null}}]"})
    void reads_what_it_writes(String text) {
        assertEquals(text, JsonText.write(JsonText.parse(text)));
    }

    @Test
    void reads_whole_numbers_as_long_and_others_as_double_where_that_is_exact() {
        assertEquals(List.of(1L, 1.5, 0.1, -0.25), JsonText.parse("[1,1.5,0.1,-0.25]"));
        assertEquals(new BigDecimal("12345678901234567890123"), JsonText.parse("12345678901234567890123"));
        assertInstanceOf(BigDecimal.class, JsonText.parse("0.12345678901234567890123"));
        assertInstanceOf(BigDecimal.class, JsonText.parse("1e400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[", "]", "}", "[1", "[1,", "{\"a\"", "{\"a\":", "{\"a\":1", "1 2", "[] []", "nul", "'a'", "\"a", "01", "+1",
            ".5", "1.", "1e", "--1", "\"\\u12\"", "{\"a\":1,}", "[1,]", "[,]", "{,}", "{1:2}", "NaN", "\uFEFF[]", "1e99999999999"})
    void refuses_what_is_not_exactly_one_value(String text) {
        assertThrows(IllegalArgumentException.class, () -> JsonText.parse(text), text);
    }

    @Test
    void refuses_numbers_with_too_many_digits() {
        for (int digits : new int[] {2_000, 100_000}) {
            assertThrows(IllegalArgumentException.class, () -> JsonText.parse("1".repeat(digits)));
            assertThrows(IllegalArgumentException.class, () -> JsonText.parse("0." + "1".repeat(digits)));
        }
    }

    @Test
    void writes_what_has_no_number_as_null() {
        assertEquals("[null,null,null]", JsonText.write(List.of(Double.NaN, Double.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)));
    }

    @Test
    void writes_numbers_of_every_kind() {
        assertEquals("[1,2,3,4,5,6,0.5]", JsonText.write(List.of((byte) 1, (short) 2, 3, 4L, BigInteger.valueOf(5), new BigDecimal("6"), 0.5)));
    }

    @Test
    void writes_records_json_values_and_nulls() {
        assertEquals("{\"name\":\"a\",\"size\":1}", JsonText.write(new Thing("a", 1)));
        assertEquals("[{\"x\":1},null]", JsonText.write(Arrays.asList(Json.createObjectBuilder().add("x", 1).build(), null)));
    }

    @Test
    void binds_a_tree_to_a_bean_and_refuses_another_shape() {
        assertEquals("a", JsonText.bind(Map.of("name", "a"), Bean.class).name);
        assertThrows(IllegalArgumentException.class, () -> JsonText.bind(List.of(1L), Bean.class));
    }

    /** Something to write. */
    public record Thing(String name, int size) {
    }

    /** Something to bind. */
    public static final class Bean {
        public String name;
    }
}
