package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.integration.PortalClient.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketRightsIT {

    @AfterEach
    void clear() {
        Office.clearDesks();
    }

    @Test
    void show_a_technician_his_own_tickets_and_open_ones_only() {
        Answer open = Office.ticket("repair", "normal");
        Answer his = Office.assign(Office.ticket("repair", "normal"), "technician").expect(200);
        Answer others = Office.assign(Office.ticket("repair", "normal"), "technician2").expect(200);
        PortalClient technician = Office.as("technician");
        List<Integer> seen = technician.get("/api/tickets?size=200").expect(200).items().stream().map(ticket -> ticket.getInt("id")).toList();
        assertTrue(seen.contains((int) open.id()));
        assertTrue(seen.contains((int) his.id()));
        assertFalse(seen.contains((int) others.id()));
        technician.get("/api/tickets/" + others.id()).refused(404, "not-found");
        technician.patch("/api/tickets/" + others.id(), "{\"version\": 2, \"title\": \"Mine\"}").refused(404, "not-found");
        technician.put("/api/tickets/" + others.id() + "/assignment",
                "{\"technicianId\": " + Office.technician("technician") + ", \"version\": 2}").refused(404, "not-found");
        assertEquals(List.of((int) his.id()), technician.get("/api/tickets?mine=true&status=assigned").items().stream()
                .map(ticket -> ticket.getInt("id")).toList());
    }

    @Test
    void let_a_technician_claim_an_open_ticket_for_himself_and_nothing_more() {
        Answer open = Office.ticket("repair", "normal");
        PortalClient technician = Office.as("technician");
        technician.patch("/api/tickets/" + open.id(), "{\"version\": 1, \"title\": \"Mine\"}").refused(403, "forbidden");
        technician.put("/api/tickets/" + open.id() + "/assignment",
                "{\"technicianId\": " + Office.technician("technician2") + ", \"version\": 1}").refused(403, "forbidden");
        Answer claimed = technician.put("/api/tickets/" + open.id() + "/assignment",
                "{\"technicianId\": " + Office.technician("technician") + ", \"version\": 1}").expect(200);
        assertEquals("The technician", claimed.json().getJsonObject("technician").getString("fullName"));
        technician.put("/api/tickets/" + open.id() + "/assignment",
                "{\"technicianId\": " + Office.technician("technician2") + ", \"version\": 2}").refused(403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({"admin,201,200", "supervisor,201,200", "manager,201,200", "noc,201,200", "customer_service,201,403", "technician,403,403"})
    void to_create_and_to_assign_follow_the_matrix(String user, int create, int assign) {
        Office.as(user).post("/api/tickets", """
                {"customerId": %d, "type": "repair", "title": "No light", "description": "Since this morning."}"""
                .formatted(Office.customer())).expect(create);
        Office.as(user).put("/api/tickets/" + Office.ticket("repair", "normal").id() + "/assignment",
                "{\"technicianId\": " + Office.technician("technician3") + ", \"version\": 1}").expect(assign);
    }

    @ParameterizedTest
    @CsvSource({"admin,200,201", "supervisor,200,201", "manager,200,201", "noc,200,403", "customer_service,403,201", "technician,403,403"})
    void to_analytics_and_to_new_customers_follow_the_matrix(String user, int analytics, int customer) {
        for (String path : List.of("ticket-trends", "service-distribution", "priority-analysis")) {
            Office.as(user).get("/api/analytics/dashboard/" + path).expect(analytics);
        }
        Office.as(user).get("/api/analytics/dashboard/overview").expect(200);
        Office.as(user).post("/api/customers", "{\"name\": \"Toko Maju\", \"phone\": \"0811 000 0002\"}").expect(customer);
    }

    @Test
    void hold_for_assignments_to_somebody_who_carries_enough() {
        for (int i = 0; i < 8; i++) {
            Office.assign(Office.ticket("repair", "normal"), "technician3").expect(200);
        }
        Answer refused = Office.assign(Office.ticket("repair", "normal"), "technician3").refused(409, "technician-full");
        assertTrue(refused.text("detail").startsWith("The technician3 has 8"), refused.body());
        assertEquals(8, Office.as("noc").get("/api/technicians?search=technician3").expect(200).items().get(0).getInt("activeTickets"));
    }

    @Test
    void to_say_who_is_available_belong_to_himself_and_to_those_who_edit_technicians() {
        Answer self = availability("technician2", "technician2", "busy").expect(200);
        assertEquals("busy", self.text("availability"));
        Office.assign(Office.ticket("repair", "normal"), "technician2").refused(409, "technician-unavailable");
        availability("technician3", "technician2", "available").refused(403, "forbidden");
        availability("noc", "technician2", "available").expect(200);
        Answer stale = Office.as("noc").put("/api/technicians/" + self.id() + "/availability",
                "{\"availability\": \"break\", \"version\": " + self.version() + "}").refused(409, "stale-version");
        assertEquals("The noc", stale.text("changedBy"));
    }

    private static Answer availability(String by, String of, String code) {
        var technician = Office.as("noc").get("/api/technicians?search=" + of).items().get(0);
        return Office.as(by).put("/api/technicians/" + technician.getInt("id") + "/availability",
                "{\"availability\": \"" + code + "\", \"version\": " + technician.getInt("version") + "}");
    }
}
