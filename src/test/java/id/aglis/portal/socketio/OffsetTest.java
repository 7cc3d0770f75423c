package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 35, 36, 1L << 44, (1L << 60) - 1})
    void is_read_as_it_was_written(long position) {
        Offset offset = new Offset(position);
        assertEquals(Optional.of(offset), Offset.of(offset.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "hello", "12", "@-1", "@A", "@1 ", "@zzzzzzzzzzzzz"})
    void is_nothing_else(String text) {
        assertEquals(Optional.empty(), Offset.of(text));
    }

    @Test
    void follows_the_arguments() {
        assertEquals("[\"e\",1,\"@a\"]", Payload.ofEvent("e", 1).with(new Offset(10)).json());
    }
}
