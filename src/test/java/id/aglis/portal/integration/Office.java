package id.aglis.portal.integration;

import id.aglis.portal.PortalProcess;
import id.aglis.portal.integration.PortalClient.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A portal that the integration tests of this JVM share, with an administrator and one user of each other role, called after it
 * ({@code supervisor}), and two technicians more ({@code technician2}, {@code technician3}). Tests create their own customers and tickets.
 */
final class Office {

    private static final String PASSWORD = "only-for-these-tests-26";
    private static final List<String> ROLES = List.of("supervisor", "manager", "noc", "customer_service", "technician");
    private static final PortalProcess PORTAL = PortalProcess.home(PortalProcess.PORTAL_WAR).with("PORTAL_ADMIN_PASSWORD", PASSWORD).start();
    private static final Map<String, PortalClient> SIGNED_IN = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PORTAL::close));
        ROLES.forEach(role -> hire(role, role));
        hire("technician2", "technician");
        hire("technician3", "technician");
    }

    private Office() {
    }

    /** This user, signed in. */
    static PortalClient as(String username) {
        return SIGNED_IN.computeIfAbsent(username, name -> PortalClient.at(PORTAL.uri()).signIn(name, PASSWORD));
    }

    private static void hire(String username, String role) {
        as("admin").post("/api/users", """
                {"username": "%s", "fullName": "The %s", "email": "%s@example.com", "role": "%s", "password": "%s"}"""
                .formatted(username, username, username, role, PASSWORD)).expect(201);
    }

    /** Id of a new customer. */
    static long customer() {
        return as("customer_service").post("/api/customers", """
                {"name": "Warung Sari", "phone": "0811 000 0001"}""").expect(201).id();
    }

    /** A new ticket, as created. */
    static Answer ticket(String type, String priority) {
        return as("customer_service").post("/api/tickets", """
                {"customerId": %d, "type": "%s", "title": "No light", "description": "Since this morning.", "priority": "%s"}"""
                .formatted(customer(), type, priority)).expect(201);
    }

    /** Id of the profile of a technician user. */
    static long technician(String username) {
        return as("supervisor").get("/api/technicians?size=200").expect(200).items().stream()
                .filter(one -> one.getString("fullName").equals("The " + username))
                .findFirst().orElseThrow().getJsonNumber("id").longValueExact();
    }

    static Answer assign(Answer ticket, String username) {
        return as("supervisor").put("/api/tickets/" + ticket.id() + "/assignment", """
                {"technicianId": %d, "version": %d}""".formatted(technician(username), ticket.version()));
    }

    /** The ticket moved by this user, with a word on what was done. */
    static Answer move(Answer ticket, String status, String username) {
        return as(username).patch("/api/tickets/" + ticket.id(), """
                {"version": %d, "status": "%s", "resolutionNotes": "Replaced the splitter."}""".formatted(ticket.version(), status));
    }

    /** Cancels whatever is under way, so that no test finds the technicians busy with the work of another. */
    static void clearDesks() {
        PortalClient supervisor = as("supervisor");
        supervisor.get("/api/tickets?status=open,assigned,in_progress,on_hold&size=200").expect(200).items()
                .forEach(ticket -> supervisor.patch("/api/tickets/" + ticket.getJsonNumber("id"), """
                        {"version": %s, "status": "cancelled"}""".formatted(ticket.getJsonNumber("version"))).expect(200));
    }
}
