package id.aglis.portal.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

    private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");

    private final List<Publication> published = new ArrayList<>();
    private final Announcement admins = new Announcement(List.of(Room.role("admin")), List.of(), published::add, () -> NOW);

    @Test
    void an_event_carries_its_id_its_time_its_entity_and_its_data() {
        admins.emit(EventName.TICKET_UPDATED, new Entity("ticket", 42, 7), Map.of("status", "open"));

        JsonObject envelope = body(0);
        assertEquals("ticket_updated", published.get(0).name());
        assertEquals(published.get(0).id(), envelope.getString("id"));
        assertEquals("2026-01-05T03:00:00Z", envelope.getString("at"));
        assertEquals(Json.createObjectBuilder().add("id", 42).add("kind", "ticket").add("version", 7).build(), envelope.getJsonObject("entity"));
        assertEquals("open", envelope.getJsonObject("data").getString("status"));
    }

    @Test
    void an_event_about_no_single_thing_leaves_the_entity_out() {
        admins.emit(EventName.STATS_CHANGED, Map.of());

        assertFalse(body(0).containsKey("entity"));
    }

    @Test
    void every_event_has_an_id_of_its_own() {
        admins.emit(EventName.STATS_CHANGED, Map.of());
        admins.emit(EventName.STATS_CHANGED, Map.of());

        assertNotEquals(published.get(0).id(), published.get(1).id());
    }

    @Test
    void adding_rooms_makes_another_announcement() {
        admins.to(Room.ticket(42)).except(Room.user(7)).leave(Room.ticket(42));
        admins.disconnect();

        assertEquals(List.of("role_admin", "ticket_42"), published.get(0).rooms());
        assertEquals(List.of("user_7"), published.get(0).except());
        assertEquals("ticket_42", published.get(0).name());
        assertEquals(List.of("role_admin"), published.get(1).rooms());
        assertEquals(List.of(), published.get(1).except());
    }

    @Test
    void a_publication_comes_out_of_the_outbox_as_it_went_in() {
        admins.to(Room.ticket(42)).except(Room.user(7)).emit(EventName.TICKET_CREATED, new Entity("ticket", 42, 1), Map.of());

        assertEquals(published.get(0), new OutboxRow(published.get(0), NOW).publication());
    }

    private JsonObject body(int index) {
        try (JsonReader reader = Json.createReader(new StringReader(published.get(index).body()))) {
            return reader.readObject();
        }
    }
}
