package id.aglis.portal.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoriesTest {

    @Test
    void tells_one_change_per_field_from_what_was_seen_to_what_is() {
        var changes = Histories.merge(List.of(
                List.of(change("title", "No light", "No link"), change("priority", "low", "high")),
                List.of(change("title", "No link", "No signal"))));
        assertEquals(List.of(change("title", "No light", "No signal"), change("priority", "low", "high")), changes);
    }

    @Test
    void leaves_out_what_was_changed_and_changed_back() {
        var changes = Histories.merge(List.of(List.of(change("status", "assigned", "on_hold"), change("category", null, "cable_damage")),
                List.of(change("status", "on_hold", "assigned"))));
        assertEquals(List.of(change("category", null, "cable_damage")), changes);
    }

    private static Refusal.Change change(String field, String from, String to) {
        return new Refusal.Change(field, from, to);
    }
}
