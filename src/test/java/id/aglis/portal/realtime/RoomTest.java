package id.aglis.portal.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTest {

    @Test
    void rooms_have_the_names_that_browsers_know() {
        assertEquals("role_customer_service", Room.role("customer_service").name());
        assertEquals("user_7", Room.user(7).name());
        assertEquals("ticket_42", Room.ticket(42).name());
        assertEquals("session_a-B_9", Room.session("a-B_9").name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ticket", "ticket_", "Ticket_42", "ticket 42", "ticket_42 role_admin", "ticket_42\n"})
    void other_texts_name_no_room(String text) {
        assertFalse(Room.isName(text));
    }

    @Test
    void a_room_tells_the_id_of_its_kind_only() {
        assertEquals(OptionalLong.of(42), Room.ticket(42).idOf("ticket"));
        assertEquals(OptionalLong.empty(), Room.user(42).idOf("ticket"));
        assertEquals(OptionalLong.empty(), new Room("ticket_x").idOf("ticket"));
        assertTrue(new Room("ticket_99999999999999999999").idOf("ticket").isEmpty());
    }
}
