package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private final Portal portal = new Portal();
    private final Rooms rooms = new Rooms();
    private Socket socket;
    private Membership membership;

    @BeforeEach
    void enters() {
        portal.enter();
        socket = portal.socket(0);
        membership = new Membership(socket, rooms, 3);
    }

    @Test
    void counts_rooms_joined_before_the_entry_from_the_entry_on() {
        membership.join("red");
        assertEquals(Set.of("red"), membership.rooms());
        assertEquals(List.of(), in("red"));
        membership.enter();
        assertEquals(List.of(socket), in("red"));
        assertEquals(List.of(socket), in(socket.id()));
    }

    @Test
    void joins_and_leaves() {
        membership.enter();
        membership.join("red", "blue", "red");
        assertEquals(List.of(socket), in("blue"));
        membership.leave("red", "green");
        assertEquals(List.of(), in("red"));
        assertEquals(Set.of("blue"), membership.rooms());
        assertEquals(1, rooms.count());
    }

    @Test
    void never_exceeds_its_limit() {
        membership.enter();
        membership.join("one", "two", "three");
        assertThrows(LimitExceeded.class, () -> membership.join("four"));
        membership.join("three");
        membership.leave("one");
        membership.join("four");
        assertEquals(Set.of("two", "three", "four"), membership.rooms());
    }

    @Test
    void neither_joins_nor_leaves_the_room_of_its_own_id() {
        membership.enter();
        membership.join(socket.id());
        assertEquals(Set.of(), membership.rooms());
        membership.leave(socket.id());
        assertEquals(List.of(socket), in(socket.id()));
    }

    @Test
    void leaves_everything_behind_and_does_not_come_back() {
        membership.enter();
        membership.join("red");
        membership.exit();
        membership.join("blue");
        membership.enter();
        assertTrue(membership.isGone());
        assertEquals(Set.of(), membership.rooms());
        assertEquals(List.of(), in("red", "blue", socket.id()));
        assertEquals(0, rooms.count());
        assertEquals(0, rooms.everybody().length);
    }

    private List<Socket> in(String... names) {
        List<Socket> members = new ArrayList<>();
        rooms.select(Selection.ALL.to(names), members::add);
        return members;
    }
}
