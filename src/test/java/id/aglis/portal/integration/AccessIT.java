package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.integration.PortalClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who gets in where, and how the portal says no. */
class AccessIT {

    /** Open to everybody by design. */
    private static final Set<String> PUBLIC = Set.of("POST /api/auth/login", "POST /api/auth/refresh", "POST /api/auth/logout", "GET /api/health");

    private final PortalClient admin = Office.as("admin");
    private final PortalClient nobody = PortalClient.at(admin.base());

    @Test
    void problems_of_validation_name_the_fields() {
        Answer answer = admin.post("/api/users", object(Map.of("username", "x y", "role", "noc", "password", "short"))).expect(400);

        assertEquals("application/problem+json", answer.header("Content-Type").orElseThrow());
        Set<String> fields = Set.copyOf(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream().map(error -> error.getString("field")).toList());
        assertEquals(Set.of("username", "password", "fullName", "email"), fields);
        assertEquals("username", admin.post("/api/users", user("noc", "noc")).expect(400).field());
        assertEquals("role", admin.post("/api/users", user("unused", "boss")).expect(400).field());
        assertEquals("password", nobody.post("/api/auth/login", "{\"username\":\"x\"}").expect(400).field());
    }

    @Test
    void requests_that_make_no_sense_are_answered_by_problems() {
        assertEquals("malformed", admin.post("/api/users", "{nonsense").expect(400).problem());
        assertEquals("not-found", admin.get("/api/nothing").expect(404).problem());
        assertEquals("not-found", admin.get("/api/users/999999").expect(404).problem());
        assertEquals("method-not-allowed", admin.call("DELETE", "/api/users", "").expect(405).problem());
        assertEquals("size", admin.get("/api/users?size=201").expect(400).field());
        assertEquals("sort", admin.get("/api/users?sort=passwordHash").expect(400).field());
        assertEquals("not-found", nobody.get("/missing.js").expect(404).problem());
    }

    @Test
    void answers_carry_no_hash_of_a_password() {
        assertFalse(admin.get("/api/users").expect(200).response().body().contains("PBKDF2"));
        assertFalse(admin.get("/api/auth/me").expect(200).response().body().toLowerCase().contains("password\":"));
    }

    @Test
    void no_address_but_the_door_is_open_to_anonymous_callers() {
        Map<String, Integer> answers = new TreeMap<>();
        for (String operation : operations()) {
            String[] parts = operation.split(" ");
            if (!PUBLIC.contains(operation)) {
                answers.put(operation, nobody.call(parts[0], parts[1], "{}").status());
            }
        }

        assertTrue(answers.size() > 10, "The interface description lists the addresses: " + answers);
        answers.forEach((operation, status) -> assertEquals(401, status, operation));
    }

    @Test
    void each_role_reaches_what_the_matrix_permits_and_nothing_else() {
        Map<String, String> needed = Map.of(
                "GET /api/users", "users.view",
                "GET /api/users/1", "users.view",
                "GET /api/permissions", "permissions.view",
                "GET /api/customers", "customers.view",
                "GET /api/technicians", "technicians.view",
                "GET /api/tickets", "tickets.view",
                "GET /api/analytics/dashboard/ticket-trends?days=7", "analytics.view",
                "POST /api/customers", "customers.create",
                "POST /api/tickets", "tickets.create",
                "POST /api/users", "users.create");
        JsonObject matrix = admin.get("/api/permissions").expect(200).json().getJsonObject("roles");
        for (String role : List.of("admin", "supervisor", "manager", "noc", "customer_service", "technician")) {
            List<String> held = matrix.getJsonArray(role).getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
            PortalClient user = Office.as(role);
            needed.forEach((operation, permission) -> {
                String[] parts = operation.split(" ");
                int status = parts[0].equals("GET") ? user.get(parts[1]).status() : user.call(parts[0], parts[1], "{}").status();
                assertEquals(!held.contains(permission), status == 403, role + " " + operation + " answered " + status);
            });
        }
    }

    @Test
    void the_matrix_is_the_one_of_the_business() {
        JsonObject matrix = admin.get("/api/permissions").expect(200).json().getJsonObject("roles");
        Map<String, Integer> sizes = new TreeMap<>();
        matrix.forEach((role, permissions) -> sizes.put(role, permissions.asJsonArray().size()));

        assertEquals(Map.of("admin", 37, "supervisor", 31, "manager", 18, "noc", 14, "customer_service", 12, "technician", 7), sizes);
    }

    @Test
    void pages_are_never_stored_and_everything_is_guarded_by_headers() {
        Answer page = nobody.get("/index.html").expect(200);

        assertEquals("no-store", page.header("Cache-Control").orElseThrow());
        assertEquals("nosniff", page.header("X-Content-Type-Options").orElseThrow());
        String policy = page.header("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"));
        assertFalse(Arrays.stream(policy.split(";")).anyMatch(rule -> rule.contains("script-src") && rule.contains("unsafe")));
    }

    @Test
    void health_says_little_and_says_it_to_everybody() {
        assertEquals(Set.of("status", "checks", "sockets"), nobody.get("/api/health").expect(200).json().keySet());
        nobody.get("/health/live").expect(200);
        nobody.get("/health/ready").expect(200);
        nobody.get("/openapi").expect(200);
    }

    private List<String> operations() {
        JsonObject paths = nobody.get("/openapi?format=JSON").expect(200).json().getJsonObject("paths");
        return paths.entrySet().stream().flatMap(path -> path.getValue().asJsonObject().keySet().stream()
                .filter(method -> Set.of("get", "post", "put", "patch", "delete").contains(method))
                .map(method -> method.toUpperCase() + " " + path.getKey().replaceAll("\\{[^}]*}(}?)", "1"))).toList();
    }

    private static String user(String name, String role) {
        return object(Map.of("username", name, "fullName", "Test User", "email", name + "-2@example.org", "role", role, "password", "correct horse battery"));
    }

    private static String object(Map<String, String> fields) {
        return Json.createObjectBuilder(new TreeMap<String, Object>(fields)).build().toString();
    }
}
