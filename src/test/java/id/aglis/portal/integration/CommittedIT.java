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
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What has been committed will be heard, even if the instance dies before it can say so. */
class CommittedIT {

    private static PortalCluster portal;

    @BeforeAll
    static void start() throws SQLException {
        portal = PortalCluster.start(PortalProcess.home(ChangedWar.with(PortalProcess.PORTAL_WAR, DyingPublisher.class))
                .with("PORTAL_REALTIME_OUTBOX_AGE", "PT1S"), 3);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void a_change_is_told_once_by_another_instance_when_its_own_died_before_it_could() {
        PortalClient dying = portal.signIn(0, "admin");
        PortalClient living = portal.signIn(1, "admin");
        try (SocketClient there = SocketClient.enter(living);
                SocketClient elsewhere = SocketClient.enter(portal.signIn(2, "admin"))) {
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
        try (Connection connection = DriverManager.getConnection(portal.databaseUrl(), "portal", "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
