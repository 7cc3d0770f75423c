package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.integration.PortalClient.Answer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR alone, on a Payara Micro that the portal's scripts and configuration did not prepare. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BareTicketsIT {

    @ArquillianResource
    private URL url;
    private PortalClient admin;

    @Deployment(testable = false)
    static WebArchive portal() {
        return PortalWar.asBuilt();
    }

    @BeforeEach
    void signIn() throws URISyntaxException {
        admin = PortalClient.at(new URI(url.getProtocol(), null, url.getHost(), url.getPort(), "/", null, null))
                .signIn("admin", "known-to-the-tests");
    }

    @Test
    void a_ticket_goes_its_whole_way() {
        long technician = technician("bare-technician");
        Answer ticket = ticket();
        ticket = admin.put("/api/tickets/" + ticket.id() + "/assignment", """
                {"technicianId": %d, "version": %d}""".formatted(technician, ticket.version())).expect(200);
        assertEquals("assigned", ticket.text("status"));
        ticket = patch(ticket, "\"status\": \"in_progress\"").expect(200);
        ticket = patch(ticket, "\"status\": \"completed\", \"resolutionNotes\": \"New splitter.\"").expect(200);
        List<JsonObject> history = admin.get("/api/tickets/" + ticket.id()).expect(200).json()
                .getJsonArray("history").getValuesAs(JsonObject.class);
        assertEquals(List.of("completed", "in_progress", "assigned", "open"),
                history.stream().map(line -> line.getString("toStatus")).toList());
    }

    @Test
    void a_late_writer_is_told_what_he_missed() {
        Answer old = ticket();
        patch(old, "\"priority\": \"critical\"").expect(200);

        JsonObject problem = patch(old, "\"title\": \"Another title\"").refused(409, "stale-version").json();

        assertEquals(old.version() + 1, problem.getJsonNumber("currentVersion").longValueExact());
        assertEquals("priority", problem.getJsonArray("changes").getJsonObject(0).getString("field"));
    }

    private Answer ticket() {
        long customer = admin.post("/api/customers", "{\"name\": \"Warung Sari\", \"phone\": \"0811 000 0001\"}").expect(201).id();
        return admin.post("/api/tickets", """
                {"customerId": %d, "type": "repair", "title": "No light", "description": "Since this morning."}""".formatted(customer))
                .expect(201);
    }

    private Answer patch(Answer ticket, String fields) {
        return admin.patch("/api/tickets/" + ticket.id(), "{\"version\": %d, %s}".formatted(ticket.version(), fields));
    }

    private long technician(String username) {
        admin.post("/api/users", """
                {"username": "%s", "fullName": "Bare Technician", "email": "%s@example.com", "role": "technician", "password": "a long enough one"}"""
                .formatted(username, username)).expect(201);
        return admin.get("/api/technicians?search=Bare").expect(200).items().get(0).getJsonNumber("id").longValueExact();
    }
}
