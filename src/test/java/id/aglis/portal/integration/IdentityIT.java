package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.integration.PortalClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import java.util.Map;
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
