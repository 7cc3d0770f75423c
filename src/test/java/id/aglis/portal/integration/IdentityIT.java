package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.integration.PortalClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IdentityIT {

    private static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger NAMES = new AtomicInteger();
    /** Open to everybody by design. */
    private static final Set<String> PUBLIC = Set.of("POST /api/auth/login", "POST /api/auth/refresh", "POST /api/auth/logout", "GET /api/health");

    @ArquillianResource
    private URL url;
    private PortalClient nobody;
    private PortalClient admin;

    @Deployment(testable = false)
    static WebArchive portal() {
        return PortalWar.asBuilt();
    }

    @BeforeEach
    void signIn() throws URISyntaxException {
        nobody = PortalClient.at(new URI(url.getProtocol(), null, url.getHost(), url.getPort(), "/", null, null));
        admin = nobody.signIn("admin", "known-to-the-tests");
    }

    @Test
    void a_user_signs_in_by_name_or_address_in_any_case() {
        String name = newUser("noc");

        assertEquals(name, nobody.login(name.toUpperCase(), PASSWORD).expect(200).json().getJsonObject("user").getString("username"));
        assertEquals(name, nobody.login(name + "@EXAMPLE.org", PASSWORD).expect(200).json().getJsonObject("user").getString("username"));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same() {
        Answer wrong = nobody.login(newUser("noc"), "not the password").expect(401);
        Answer unknown = nobody.login("nobody-of-that-name", "not the password").expect(401);

        assertEquals("bad-credentials", wrong.problem());
        assertEquals(wrong.response().body(), unknown.response().body());
    }

    @Test
    void five_failures_lock_a_name_whether_or_not_anybody_has_it() {
        for (String name : List.of(newUser("noc"), "ghost-" + NAMES.incrementAndGet())) {
            for (int i = 0; i < 5; i++) {
                nobody.login(name, "not the password").expect(401);
            }
            Answer locked = nobody.login(name, PASSWORD).expect(423);
            assertEquals("locked", locked.problem());
            assertTrue(locked.json().getInt("retryAfter") > 200 && locked.json().getInt("retryAfter") <= 300);
        }
    }

    @Test
    void a_success_starts_the_count_of_failures_anew() {
        String name = newUser("noc");
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                nobody.login(name, "not the password").expect(401);
            }
            nobody.login(name, PASSWORD).expect(200);
        }
    }

    @Test
    void the_refresh_token_is_out_of_reach_of_scripts_and_other_sites() {
        String cookie = nobody.login("admin", "known-to-the-tests").expect(200).header("Set-Cookie").orElseThrow();

        assertTrue(cookie.contains("HttpOnly"));
        assertTrue(cookie.contains("SameSite=Strict"));
        assertTrue(cookie.contains("Path=/api/auth"));
    }

    @Test
    void a_refresh_token_is_exchanged_for_another() {
        PortalClient first = nobody.signIn(newUser("noc"), PASSWORD);
        PortalClient second = nobody.signedIn(first.refresh().expect(200));

        assertNotEquals(first.refreshToken(), second.refreshToken());
        second.get("/api/auth/me").expect(200);
        second.refresh().expect(200);
    }

    @Test
    void two_tabs_that_refresh_at_once_get_the_same_token() {
        PortalClient session = nobody.signIn(newUser("noc"), PASSWORD);
        PortalClient one = nobody.signedIn(session.refresh().expect(200));
        PortalClient other = nobody.signedIn(session.refresh().expect(200));

        assertEquals(one.refreshToken(), other.refreshToken());
        other.refresh().expect(200);
    }

    @Test
    void an_old_refresh_token_ends_the_session_for_thief_and_owner() {
        PortalClient stolen = nobody.signIn(newUser("noc"), PASSWORD);
        PortalClient owner = nobody.signedIn(stolen.refresh().expect(200));
        PortalClient later = nobody.signedIn(owner.refresh().expect(200));

        stolen.refresh().expect(401);
        later.refresh().expect(401);
        later.get("/api/auth/me").expect(401);
    }

    @Test
    void signing_out_ends_the_access_token_at_once() {
        PortalClient user = nobody.signIn(newUser("noc"), PASSWORD);
        user.post("/api/auth/logout", "").expect(204);

        user.get("/api/auth/me").expect(401);
        user.refresh().expect(401);
    }

    @Test
    void a_new_password_ends_all_other_sessions_at_once() {
        String name = newUser("noc");
        PortalClient here = nobody.signIn(name, PASSWORD);
        PortalClient elsewhere = nobody.signIn(name, PASSWORD);
        Answer changed = here.put("/api/auth/password", object(Map.of("currentPassword", PASSWORD, "newPassword", "another good one"))).expect(200);

        elsewhere.get("/api/auth/me").expect(401);
        elsewhere.refresh().expect(401);
        here.get("/api/auth/me").expect(401);
        nobody.signedIn(changed).get("/api/auth/me").expect(200);
        nobody.login(name, PASSWORD).expect(401);
    }

    @Test
    void a_new_password_needs_the_present_one_and_must_be_long() {
        PortalClient user = nobody.signIn(newUser("noc"), PASSWORD);

        assertEquals("currentPassword", user.put("/api/auth/password",
                object(Map.of("currentPassword", "wrong", "newPassword", "another good one"))).expect(400).field());
        assertEquals("newPassword", user.put("/api/auth/password",
                object(Map.of("currentPassword", PASSWORD, "newPassword", "short"))).expect(400).field());
    }

    @Test
    void a_deactivated_user_is_out_at_once() {
        String name = newUser("noc");
        PortalClient user = nobody.signIn(name, PASSWORD);
        change(name, "active", "false").expect(200);

        user.get("/api/auth/me").expect(401);
        user.refresh().expect(401);
        nobody.login(name, PASSWORD).expect(401);
    }

    @Test
    void a_new_role_brings_its_rights_at_once() {
        String name = newUser("noc");
        PortalClient user = nobody.signIn(name, PASSWORD);
        user.get("/api/users").expect(403);
        change(name, "role", "\"supervisor\"").expect(200);

        user.get("/api/users").expect(200);
        assertEquals("supervisor", user.get("/api/auth/me").json().getString("role"));
    }

    @Test
    void a_supervisor_cannot_make_himself_an_administrator() {
        String name = newUser("supervisor");
        PortalClient supervisor = nobody.signIn(name, PASSWORD);
        JsonObject self = supervisor.get("/api/auth/me").json();

        supervisor.patch("/api/users/" + self.getInt("id"), "{\"version\":" + self.getInt("version") + ",\"role\":\"admin\"}").expect(403);
        supervisor.patch("/api/users/1", "{\"version\":0,\"email\":\"mine@example.org\"}").expect(403);
    }

    @Test
    void the_last_administrator_stays() {
        int version = admin.get("/api/users/1").json().getInt("version");

        assertEquals("last-administrator", admin.patch("/api/users/1", "{\"version\":" + version + ",\"role\":\"noc\"}").expect(409).problem());
        assertEquals("own-account", admin.patch("/api/users/1", "{\"version\":" + version + ",\"active\":false}").expect(409).problem());
    }

    @Test
    void a_write_with_an_old_version_is_told_the_present_one() {
        String name = newUser("noc");
        JsonObject user = find(name);
        String patch = "{\"version\":" + user.getInt("version") + ",\"fullName\":\"Someone Else\"}";
        admin.patch("/api/users/" + user.getInt("id"), patch).expect(200);

        JsonObject stale = admin.patch("/api/users/" + user.getInt("id"), patch).expect(409).json();
        assertEquals(user.getInt("version") + 1, stale.getInt("currentVersion"));
        assertEquals("Someone Else", stale.getJsonObject("current").getString("fullName"));
        assertEquals("Administrator", stale.getString("changedBy"));
    }

    @Test
    void problems_of_validation_name_the_fields() {
        Answer answer = admin.post("/api/users", object(Map.of("username", "x y", "role", "noc", "password", "short"))).expect(400);

        assertEquals("application/problem+json", answer.header("Content-Type").orElseThrow());
        Set<String> fields = Set.copyOf(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream().map(error -> error.getString("field")).toList());
        assertEquals(Set.of("username", "password", "fullName", "email"), fields);
        assertEquals("username", admin.post("/api/users", user(newUser("noc"), "noc")).expect(400).field());
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
            PortalClient user = role.equals("admin") ? admin : nobody.signIn(newUser(role), PASSWORD);
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
        assertEquals("{\"checks\":{\"database\":\"UP\",\"realtime\":\"UP\"},\"status\":\"UP\"}", nobody.get("/api/health").expect(200).response().body());
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

    private String newUser(String role) {
        String name = role + "-" + NAMES.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
        admin.post("/api/users", user(name, role)).expect(201);
        return name;
    }

    private Answer change(String name, String field, String value) {
        JsonObject user = find(name);
        return admin.patch("/api/users/" + user.getInt("id"), "{\"version\":%d,\"%s\":%s}".formatted(user.getInt("version"), field, value));
    }

    private JsonObject find(String name) {
        return admin.get("/api/users?search=" + name).expect(200).json().getJsonArray("items").getJsonObject(0);
    }

    private static String user(String name, String role) {
        return object(Map.of("username", name, "fullName", "Test User", "email", name + "@example.org", "role", role, "password", PASSWORD));
    }

    private static String object(Map<String, String> fields) {
        return Json.createObjectBuilder(new TreeMap<String, Object>(fields)).build().toString();
    }
}
