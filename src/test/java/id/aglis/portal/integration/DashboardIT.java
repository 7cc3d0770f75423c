package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.integration.PortalClient.Answer;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures before and after a known set of work; the portal is shared, so differences count. */
class DashboardIT {

    private static final PortalClient READER = Office.as("manager");

    @AfterEach
    void clear() {
        Office.clearDesks();
    }

    @Test
    void counts_what_was_created_and_completed() {
        JsonObject before = READER.get("/api/analytics/dashboard/overview").expect(200).json();
        work();
        JsonObject after = READER.get("/api/analytics/dashboard/overview").expect(200).json();
        assertEquals(4, grown(before, after, "tickets", "total"));
        assertEquals(4, grown(before, after, "tickets", "today"));
        assertEquals(4, grown(before, after, "tickets", "week"));
        assertEquals(4, grown(before, after, "tickets", "month"));
        assertEquals(2, grown(before, after, "sla", "totalCompleted"));
        assertEquals(2, grown(before, after, "sla", "withinSLA"));
        assertEquals(2, grown(before, after, "resolution", "completedTickets"));
        assertEquals(3, grown(before, after, "response", "assignedTickets"));
        assertEquals(1, grown(before, after, "satisfaction", "totalReviews"));
        JsonObject status = after.getJsonObject("tickets").getJsonObject("byStatus");
        JsonObject former = before.getJsonObject("tickets").getJsonObject("byStatus");
        assertEquals(1, status.getInt("open") - former.getInt("open"));
        assertEquals(1, status.getInt("on_hold") - former.getInt("on_hold"));
        assertEquals(0, status.getInt("assigned") - former.getInt("assigned"));
        assertEquals(6, status.size());
        JsonObject staff = after.getJsonObject("technicians");
        assertEquals(staff.getInt("total"),
                staff.getInt("available") + staff.getInt("busy") + staff.getInt("break") + staff.getInt("offline"));
    }

    @Test
    void has_a_row_for_every_day_up_to_today() {
        JsonObject before = today();
        work();
        JsonObject after = today();
        assertEquals(31, READER.get("/api/analytics/dashboard/ticket-trends").list().size());
        assertEquals(4, after.getInt("created") - before.getInt("created"));
        assertEquals(2, after.getInt("completed") - before.getInt("completed"));
        assertEquals(1, after.getInt("critical") - before.getInt("critical"));
        assertEquals(2, after.getInt("backlog") - before.getInt("backlog"));
    }

    @Test
    void counts_what_is_on_hold_as_pending() {
        JsonObject before = priority("high");
        work();
        JsonObject after = priority("high");
        assertEquals(2, after.getInt("totalTickets") - before.getInt("totalTickets"));
        assertEquals(1, after.getInt("pending") - before.getInt("pending"));
        assertEquals(1, after.getInt("completed") - before.getInt("completed"));
        assertEquals(4, READER.get("/api/analytics/dashboard/priority-analysis").list().size());
    }

    @Test
    void tells_what_happened_last_by_whom() {
        Answer ticket = Office.assign(Office.ticket("repair", "low"), "technician").expect(200);
        JsonObject latest = READER.get("/api/analytics/dashboard/recent-activities?limit=1").expect(200).list().getJsonObject(0);
        assertEquals(ticket.id(), latest.getInt("ticketId"));
        assertEquals("assigned", latest.getString("kind"));
        assertEquals("The supervisor", latest.getString("byName"));
        assertEquals("Warung Sari", latest.getString("customerName"));
        assertEquals("The technician", latest.getString("technicianName"));
    }

    @Test
    void shares_out_the_types_to_a_hundred_percent() {
        work();
        double sum = READER.get("/api/analytics/dashboard/service-distribution").list().getValuesAs(JsonObject.class).stream()
                .mapToDouble(share -> share.getJsonNumber("percentage").doubleValue()).sum();
        assertEquals(100, sum, 0.05);
    }

    /** A critical and a high ticket completed, the first one rated, a high one on hold, and a normal one open. */
    private static void work() {
        Answer critical = complete(Office.ticket("repair", "critical"));
        Office.as("customer_service").patch("/api/tickets/" + critical.id(), "{\"version\": " + critical.version() + ", \"customerRating\": 4}").expect(200);
        complete(Office.ticket("upgrade", "high"));
        Office.move(Office.assign(Office.ticket("repair", "high"), "technician2").expect(200), "on_hold", "technician2").expect(200);
        Office.ticket("repair", "normal");
    }

    private static Answer complete(Answer ticket) {
        Answer started = Office.move(Office.assign(ticket, "technician2").expect(200), "in_progress", "technician2").expect(200);
        return Office.move(started, "completed", "technician2").expect(200);
    }

    private static int grown(JsonObject before, JsonObject after, String part, String figure) {
        return after.getJsonObject(part).getInt(figure) - before.getJsonObject(part).getInt(figure);
    }

    private static JsonObject today() {
        return READER.get("/api/analytics/dashboard/ticket-trends?days=1").expect(200).list().getJsonObject(1);
    }

    private static JsonObject priority(String code) {
        return READER.get("/api/analytics/dashboard/priority-analysis").expect(200).list().getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("priority").equals(code)).findFirst().orElseThrow();
    }
}
