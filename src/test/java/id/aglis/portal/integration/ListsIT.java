package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.integration.PortalClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListsIT {

    private static final PortalClient READER = Office.as("supervisor");

    @AfterEach
    void clear() {
        Office.clearDesks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets", "/api/customers", "/api/technicians"})
    void are_bounded_and_name_the_parameter_that_is_out_of_range(String list) {
        assertEquals(25, READER.get(list).expect(200).json().getInt("size"));
        assertEquals(List.of("size"), READER.get(list + "?size=201").refused(400, "invalid").fields());
        assertEquals(List.of("size"), READER.get(list + "?size=0").refused(400, "invalid").fields());
        assertEquals(List.of("page"), READER.get(list + "?page=0").refused(400, "invalid").fields());
        assertEquals(List.of("search"), READER.get(list + "?search=" + "x".repeat(101)).refused(400, "invalid").fields());
        assertTrue(READER.get(list + "?page=1000").expect(200).items().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets", "/api/customers", "/api/technicians"})
    void are_sorted_by_known_keys_only(String list) {
        for (String sort : List.of("id", "passwordHash", "createdAt desc", "(select 1)", "-")) {
            String query = list + "?sort=" + URLEncoder.encode(sort, StandardCharsets.UTF_8);
            assertEquals(List.of("sort"), READER.get(query).refused(400, "invalid").fields());
        }
    }

    @ParameterizedTest
    @CsvSource({"status=closed,status", "type=cooking,type", "priority=urgent,priority", "technicianId=x,technicianId", "customerId=-1,customerId"})
    void of_tickets_refuse_filters_they_do_not_know(String query, String field) {
        assertEquals(List.of(field), READER.get("/api/tickets?" + query).refused(400, "invalid").fields());
    }

    @ParameterizedTest
    @ValueSource(strings = {"createdAt", "-createdAt", "updatedAt", "-priority", "status", "type", "number", "scheduledAt", "-slaDueAt"})
    void of_tickets_are_sorted_by_every_key_they_promise(String sort) {
        READER.get("/api/tickets?sort=" + sort).expect(200);
    }

    @Test
    void of_tickets_are_sorted_by_urgency_not_by_the_alphabet() {
        long customer = Office.customer();
        for (String priority : List.of("normal", "critical", "low", "high")) {
            READER.post("/api/tickets", """
                    {"customerId": %d, "type": "repair", "title": "No light", "description": "Dark.", "priority": "%s"}"""
                    .formatted(customer, priority)).expect(201);
        }
        assertEquals(List.of("critical", "high", "normal", "low"), READER.get("/api/tickets?sort=-priority&customerId=" + customer).items().stream()
                .map(ticket -> ticket.getString("priority")).toList());
    }

    @Test
    void of_tickets_find_by_number_title_and_customer_and_take_wildcards_literally() {
        Answer ticket = READER.post("/api/tickets", """
                {"customerId": %d, "type": "repair", "title": "100%% packet loss", "description": "Nothing gets through."}"""
                .formatted(Office.customer())).expect(201);
        for (String search : List.of(ticket.text("number").toLowerCase(), "PACKET LOSS", "warung", "100%")) {
            assertTrue(READER.get("/api/tickets?size=200&search=" + URLEncoder.encode(search, StandardCharsets.UTF_8)).expect(200).items().stream()
                    .anyMatch(found -> found.getInt("id") == ticket.id()), search);
        }
        for (String search : List.of("10_%", "' or 1=1 --", "\\")) {
            assertEquals(0, READER.get("/api/tickets?search=" + URLEncoder.encode(search, StandardCharsets.UTF_8)).expect(200).json().getInt("total"));
        }
    }

    @Test
    void of_customers_name_the_fields_of_a_new_one_that_are_wrong() {
        Answer refused = READER.post("/api/customers", """
                {"name": " ", "phone": "call me", "email": "nobody"}""").refused(400, "invalid");
        assertEquals(List.of("name", "phone", "email"), refused.fields());
    }

    @Test
    void of_tickets_name_the_fields_of_a_new_one_that_are_wrong() {
        Answer refused = READER.post("/api/tickets", """
                {"type": "cooking", "title": "", "priority": "urgent", "scheduledAt": "tomorrow"}""").refused(400, "invalid");
        assertEquals(List.of("customerId", "type", "title", "description", "priority", "scheduledAt"), refused.fields());
        assertEquals(List.of("customerId"), READER.post("/api/tickets", """
                {"customerId": 999999, "type": "repair", "title": "x", "description": "y"}""").refused(400, "invalid").fields());
    }

    @Test
    void of_ticket_types_carry_durations() {
        assertEquals(7, READER.get("/api/tickets/types").expect(200).list().size());
        assertEquals(180, READER.get("/api/tickets/types").list().getJsonObject(0).getJsonArray("categories").getJsonObject(0).getInt("durationMinutes"));
    }
}
