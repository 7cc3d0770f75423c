package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.aglis.portal.Await;
import id.aglis.portal.ChangedWar;
import id.aglis.portal.PortalProcess;
import id.aglis.portal.realtime.DyingPublisher;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What has been committed will be heard, even if the instance dies before it can say so. */
class CommittedIT {

    private static final String PASSWORD = "known-to-the-tests";
    private static Server database;
    private static String url;
    private static final List<PortalProcess> INSTANCES = new ArrayList<>();

    @BeforeAll
    static void start() throws SQLException {
        PortalProcess.Home home = PortalProcess.home(ChangedWar.with(PortalProcess.PORTAL_WAR, DyingPublisher.class));
        database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", home.directory().toString()).start();
        url = "jdbc:h2:tcp://127.0.0.1:" + database.getPort() + "/./portal;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";
        home.with("PORTAL_DB_URL", url).with("PORTAL_ADMIN_PASSWORD", PASSWORD).with("PORTAL_REALTIME_OUTBOX_AGE", "PT1S");
        for (int i = 0; i < 3; i++) {
            INSTANCES.add(home.start());
        }
    }

    @AfterAll
    static void stop() {
        INSTANCES.forEach(PortalProcess::close);
        if (database != null) {
            database.stop();
        }
    }

    @Test
    void a_change_is_told_once_by_another_instance_when_its_own_died_before_it_could() {
        PortalClient dying = PortalClient.at(INSTANCES.get(0).uri()).signIn("admin", PASSWORD);
        PortalClient living = PortalClient.at(INSTANCES.get(1).uri()).signIn("admin", PASSWORD);
        try (SocketClient there = SocketClient.enter(living);
                SocketClient elsewhere = SocketClient.enter(PortalClient.at(INSTANCES.get(2).uri()).signIn("admin", PASSWORD))) {
            assertThrows(UncheckedIOException.class, () -> create(dying, DyingPublisher.LAST_WORDS, "081234567801"));
            assertEquals(1, living.get("/api/customers?search=Nobody").expect(200).items().size());
            assertEquals(1, count("select count(*) from outbox"));

            List<String> heard = List.of(there.event("customer_created"), elsewhere.event("customer_created"));
            heard.forEach(event -> assertEquals(DyingPublisher.LAST_WORDS, name(event)));
            Await.until("forgotten", () -> count("select count(*) from outbox") == 0);
            create(living, "The next", "081234567802").expect(201);
            assertEquals("The next", name(there.event("customer_created")));
            assertEquals("The next", name(elsewhere.event("customer_created")));
        }
    }

    private static PortalClient.Answer create(PortalClient user, String name, String phone) {
        return user.post("/api/customers", "{\"name\":\"" + name + "\",\"phone\":\"" + phone + "\"}");
    }

    private static String name(String event) {
        return event.replaceFirst(".*\"name\":\"([^\"]*)\".*", "$1");
    }

    private static int count(String query) {
        try (Connection connection = DriverManager.getConnection(url, "portal", "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
