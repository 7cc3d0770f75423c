package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.integration.PortalClient.Answer;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TicketConflictIT {

    private static final int AT_ONCE = 50;

    @AfterEach
    void clear() {
        Office.clearDesks();
    }

    @Test
    void tells_the_holder_of_an_old_version_what_he_has_missed() {
        Answer seen = Office.ticket("repair", "normal");
        Answer renamed = patch("manager", seen, "\"title\": \"No link\"").expect(200);
        patch("noc", renamed, "\"title\": \"No signal\", \"priority\": \"high\"").expect(200);
        JsonObject problem = patch("supervisor", seen, "\"description\": \"Other words.\"").refused(409, "stale-version").json();
        assertEquals(3, problem.getInt("currentVersion"));
        assertEquals("No signal", problem.getJsonObject("current").getString("title"));
        assertEquals("The noc", problem.getString("changedBy"));
        assertTrue(problem.containsKey("changedAt"));
        List<JsonObject> changes = problem.getJsonArray("changes").getValuesAs(JsonObject.class);
        assertEquals(Set.of("title", "priority"), changes.stream().map(change -> change.getString("field")).collect(Collectors.toSet()));
        JsonObject title = changes.stream().filter(change -> change.getString("field").equals("title")).findFirst().orElseThrow();
        assertEquals("No light", title.getString("from"));
        assertEquals("No signal", title.getString("to"));
    }

    @Test
    void lets_one_of_two_who_write_at_once_win_and_tells_the_other() throws Exception {
        for (int round = 0; round < 5; round++) {
            Answer seen = Office.ticket("repair", "normal");
            List<Answer> answers = atOnce(Stream.of("manager", "noc").map(user -> (Callable<Answer>) () ->
                    patch(user, seen, "\"title\": \"By " + user + "\"")).toList());
            Answer winner = answers.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow();
            Answer loser = answers.stream().filter(answer -> answer != winner).findFirst().orElseThrow();
            assertEquals(winner.text("title"), loser.refused(409, "stale-version").json().getJsonObject("current").getString("title"));
            assertEquals(1, loser.json().getJsonArray("changes").size());
        }
    }

    @Test
    void gives_an_open_ticket_to_one_of_two_who_claim_it_at_once() throws Exception {
        Answer open = Office.ticket("repair", "normal");
        List<Answer> answers = atOnce(Stream.of("technician", "technician2").map(user -> {
            long profile = Office.technician(user);
            return (Callable<Answer>) () -> Office.as(user).put("/api/tickets/" + open.id() + "/assignment",
                    "{\"technicianId\": " + profile + ", \"version\": " + open.version() + "}");
        }).toList());
        Answer winner = answers.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow();
        Answer loser = answers.stream().filter(answer -> answer != winner).findFirst().orElseThrow();
        loser.refused(409, "already-assigned");
        assertTrue(loser.text("detail").contains(winner.json().getJsonObject("technician").getString("fullName")), loser.body());
        Office.as(winner.json().getJsonObject("technician").getString("fullName").replace("The ", ""))
                .get("/api/tickets/" + open.id()).expect(200);
    }

    @Test
    void numbers_tickets_that_are_created_at_once_differently() throws Exception {
        long customer = Office.customer();
        List<Answer> answers = atOnce(IntStream.range(0, AT_ONCE).mapToObj(i -> (Callable<Answer>) () -> Office.as("customer_service")
                .post("/api/tickets", """
                        {"customerId": %d, "type": "upgrade", "title": "Faster", "description": "No %d"}""".formatted(customer, i))).toList());
        Set<String> numbers = new HashSet<>();
        answers.forEach(answer -> numbers.add(answer.expect(201).text("number")));
        assertEquals(AT_ONCE, numbers.size());
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(calls.size());
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdown();
        }
    }

    private static Answer patch(String username, Answer ticket, String fields) {
        return Office.as(username).patch("/api/tickets/" + ticket.id(), "{\"version\": " + ticket.version() + ", " + fields + "}");
    }
}
