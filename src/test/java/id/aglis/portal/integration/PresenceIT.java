package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.PortalProcess;
import jakarta.json.Json;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is told to have gone when an instance is killed. */
class PresenceIT {

    private static PortalCluster portal;
    private static PortalClient admin;

    @BeforeAll
    static void start() throws SQLException {
        portal = PortalCluster.start(PortalProcess.home(PortalProcess.PORTAL_WAR), 3);
        admin = portal.signIn(1, "admin");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void those_who_do_not_come_back_after_a_death_are_missed_once_and_those_who_do_are_not() {
        long gone = newUser("gone");
        long back = newUser("back");
        long last = newUser("last");
        PortalClient elsewhere = portal.signIn(2, "back");
        try (SocketClient observer = SocketClient.enter(admin); SocketClient lost = enter(0, "gone"); SocketClient broken = enter(0, "back")) {
            assertEquals(Set.of("connected " + gone, "connected " + back), Set.of(news(observer), news(observer)));
            portal.instance(0).kill();
            try (SocketClient whole = SocketClient.enter(elsewhere)) {
                assertEquals("disconnected " + gone, news(observer));
                enter(2, "last").close();
                assertEquals("connected " + last, news(observer));
                assertEquals("disconnected " + last, news(observer));
                assertTrue(observer.ask("[\"presence\"]").contains("," + back + "]"));
            }
            assertEquals("disconnected " + back, news(observer));
        }
        assertFalse(portal.instance(1).log().contains("who is there") || portal.instance(2).log().contains("who is there"));
    }

    private static SocketClient enter(int instance, String username) {
        return SocketClient.enter(portal.signIn(instance, username));
    }

    private static long newUser(String name) {
        return admin.post("/api/users", Json.createObjectBuilder().add("username", name).add("fullName", name).add("role", "noc")
                .add("email", name + "@example.org").add("password", PortalCluster.PASSWORD).build().toString()).expect(201).id();
    }

    /** The next of the news of users who come and go, about anybody but the observer. */
    private static String news(SocketClient observer) {
        String event = observer.await("news", packet -> packet.matches("42\\[\"user_.*\"userId\":(?!1}).*"));
        return event.replaceFirst(".*\"user_(\\w+)\".*\"userId\":(\\d+).*", "$1 $2");
    }
}
