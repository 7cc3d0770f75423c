package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.PortalProcess;
import jakarta.json.Json;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is told to have gone when an instance is killed. */
class PresenceIT {

    private static final String PASSWORD = "known-to-the-tests";
    private static final List<PortalProcess> INSTANCES = new ArrayList<>();
    private static Server database;
    private static PortalClient admin;

    @BeforeAll
    static void start() throws SQLException {
        PortalProcess.Home home = PortalProcess.home(PortalProcess.PORTAL_WAR);
        database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", home.directory().toString()).start();
        home.with("PORTAL_DB_URL", "jdbc:h2:tcp://127.0.0.1:" + database.getPort() + "/./portal;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
                .with("PORTAL_ADMIN_PASSWORD", PASSWORD);
        for (int i = 0; i < 3; i++) {
            INSTANCES.add(home.start());
        }
        admin = PortalClient.at(uri(1)).signIn("admin", PASSWORD);
    }

    @AfterAll
    static void stop() {
        INSTANCES.forEach(PortalProcess::close);
        if (database != null) {
            database.stop();
        }
    }

    @Test
    void those_who_do_not_come_back_after_a_death_are_missed_once_and_those_who_do_are_not() {
        long gone = newUser("gone");
        long back = newUser("back");
        long last = newUser("last");
        PortalClient elsewhere = PortalClient.at(uri(2)).signIn("back", PASSWORD);
        try (SocketClient observer = SocketClient.enter(admin); SocketClient lost = enter(0, "gone"); SocketClient broken = enter(0, "back")) {
            assertEquals(Set.of("connected " + gone, "connected " + back), Set.of(news(observer), news(observer)));
            INSTANCES.get(0).kill();
            try (SocketClient whole = SocketClient.enter(elsewhere)) {
                assertEquals("disconnected " + gone, news(observer));
                enter(2, "last").close();
                assertEquals("connected " + last, news(observer));
                assertEquals("disconnected " + last, news(observer));
                assertTrue(observer.ask("[\"presence\"]").contains("," + back + "]"));
            }
            assertEquals("disconnected " + back, news(observer));
        }
        assertFalse(INSTANCES.get(1).log().contains("who is there") || INSTANCES.get(2).log().contains("who is there"));
    }

    private static SocketClient enter(int instance, String username) {
        return SocketClient.enter(PortalClient.at(uri(instance)).signIn(username, PASSWORD));
    }

    private static URI uri(int instance) {
        return INSTANCES.get(instance).uri();
    }

    private static long newUser(String name) {
        return admin.post("/api/users", Json.createObjectBuilder().add("username", name).add("fullName", name).add("role", "noc")
                .add("email", name + "@example.org").add("password", PASSWORD).build().toString()).expect(201).id();
    }

    /** The next of the news of users who come and go, about anybody but the observer. */
    private static String news(SocketClient observer) {
        String event = observer.await("news", packet -> packet.matches("42\\[\"user_.*\"userId\":(?!1}).*"));
        return event.replaceFirst(".*\"user_(\\w+)\".*\"userId\":(\\d+).*", "$1 $2");
    }
}
