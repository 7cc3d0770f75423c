package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.integration.PortalClient.Answer;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketLifeIT {

    private static final List<String> STATUSES = List.of("open", "assigned", "in_progress", "on_hold", "completed", "cancelled");
    private static final Map<String, Set<String>> MOVES = Map.of(
            "open", Set.of("cancelled"),
            "assigned", Set.of("in_progress", "on_hold", "cancelled"),
            "in_progress", Set.of("completed", "on_hold", "cancelled"),
            "on_hold", Set.of("in_progress", "cancelled"),
            "completed", Set.of(),
            "cancelled", Set.of());

    @AfterEach
    void clear() {
        Office.clearDesks();
    }

    @Test
    void is_told_line_by_line_in_the_history() {
        Answer ticket = Office.ticket("repair", "high");
        assertTrue(ticket.text("number").matches("TKT[0-9]{11,}"), ticket.body());
        ticket = Office.assign(ticket, "technician").expect(200);
        ticket = Office.move(ticket, "in_progress", "technician").expect(200);
        ticket = Office.move(ticket, "on_hold", "technician").expect(200);
        ticket = Office.move(ticket, "in_progress", "technician").expect(200);
        ticket = Office.move(ticket, "completed", "technician").expect(200);
        List<JsonObject> history = Office.as("supervisor").get("/api/tickets/" + ticket.id()).expect(200).json()
                .getJsonArray("history").getValuesAs(JsonObject.class);
        assertEquals(List.of("completed", "in_progress", "on_hold", "in_progress", "assigned", "open"),
                history.stream().map(line -> line.getString("toStatus")).toList());
        assertEquals("The technician", history.get(0).getJsonObject("by").getString("fullName"));
        assertEquals(List.of("status", "status", "status", "status", "assigned", "created"),
                history.stream().map(line -> line.getString("kind")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "assigned", "in_progress", "on_hold", "completed", "cancelled"})
    void has_no_way_that_the_workflow_does_not_have(String from) {
        for (String to : STATUSES) {
            Answer ticket = in(from);
            Answer moved = Office.move(ticket, to, "supervisor");
            boolean closed = MOVES.get(from).isEmpty();
            if (MOVES.get(from).contains(to)) {
                assertEquals(to, moved.expect(200).text("status"));
            } else {
                moved.refused(409, closed ? "ticket-closed" : "illegal-transition");
                assertEquals(from, Office.as("supervisor").get("/api/tickets/" + ticket.id()).text("status"));
            }
        }
    }

    @Test
    void ends_only_with_a_word_on_what_was_done() {
        Answer ticket = in("assigned");
        ticket = patch("technician", ticket, "\"status\": \"in_progress\"").expect(200);
        assertEquals(List.of("resolutionNotes"), patch("technician", ticket, "\"status\": \"completed\"").refused(400, "invalid").fields());
    }

    @Test
    void ends_only_by_those_who_may_close() {
        Answer ticket = in("in_progress");
        Office.move(ticket, "completed", "customer_service").refused(403, "forbidden");
        Office.move(ticket, "completed", "noc").refused(403, "forbidden");
        Office.move(ticket, "completed", "manager").expect(200);
    }

    @Test
    void connects_the_customer_who_waited_for_his_line_and_leaves_others_alone() {
        Answer ticket = Office.move(Office.move(Office.assign(Office.ticket("installation", "normal"), "technician").expect(200),
                "in_progress", "technician").expect(200), "completed", "technician").expect(200);
        long customer = ticket.json().getJsonObject("customer").getJsonNumber("id").longValueExact();
        assertEquals("active", Office.as("noc").get("/api/customers/" + customer).text("accountStatus"));
    }

    @Test
    void moves_its_deadline_with_its_priority() {
        Answer ticket = Office.ticket("repair", "normal");
        Answer urgent = patch("supervisor", ticket, "\"priority\": \"critical\"").expect(200);
        var created = Instant.parse(urgent.text("createdAt"));
        assertEquals(created.plusSeconds(2 * 3600), Instant.parse(urgent.text("slaDueAt")));
    }

    private static Answer in(String status) {
        Answer ticket = Office.ticket("repair", "normal");
        return switch (status) {
            case "open" -> ticket;
            case "cancelled" -> Office.move(ticket, "cancelled", "supervisor").expect(200);
            case "assigned" -> Office.assign(ticket, "technician").expect(200);
            case "in_progress", "on_hold" -> Office.move(in("assigned"), status, "technician").expect(200);
            default -> Office.move(in("in_progress"), status, "technician").expect(200);
        };
    }

    private static Answer patch(String username, Answer ticket, String fields) {
        return Office.as(username).patch("/api/tickets/" + ticket.id(), "{\"version\": " + ticket.version() + ", " + fields + "}");
    }
}
