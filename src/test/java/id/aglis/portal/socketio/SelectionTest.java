package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void adds_rooms_and_exceptions_without_changing_itself() {
        Selection one = Selection.ALL.to("a");
        Selection two = one.to("b").except("c").except("d");
        assertEquals(new Selection(Set.of("a"), Set.of()), one);
        assertEquals(new Selection(Set.of("a", "b"), Set.of("c", "d")), two);
        assertEquals(new Selection(Set.of(), Set.of()), Selection.ALL);
    }

    @Test
    void takes_a_room_named_twice_as_one() {
        assertEquals(Set.of("a"), Selection.ALL.to("a", "a").to("a").rooms());
    }
}
