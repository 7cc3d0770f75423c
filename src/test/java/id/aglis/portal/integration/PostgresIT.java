package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.aglis.portal.Await;
import id.aglis.portal.PortalProcess;
import id.aglis.portal.integration.PortalClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The same WAR on the database for production. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresIT {

    private static final int POOL = 12;
    /** More than there are connections in the pool. */
    private static final int REQUESTS = 30;
    /** Those who wait would rather know. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static PostgresCluster database;
    private static PortalProcess portal;

    @BeforeAll
    static void start() {
        Optional<Path> binaries = PostgresCluster.binaries();
        assumeTrue(binaries.isPresent(), "PostgreSQL is not installed here (apt install postgresql), so the portal is not tested on it.");
        database = PostgresCluster.start(binaries.get(), PortalProcess.freePort());
        portal = PortalProcess.home(PortalProcess.PORTAL_WAR)
                .with("PORTAL_DB_URL", database.url())
                .with("PORTAL_DB_USER", PostgresCluster.USER)
                .with("PORTAL_DB_PASSWORD", PostgresCluster.PASSWORD)
                .with("PORTAL_ADMIN_PASSWORD", "known-to-the-tests")
                .with("PORTAL_DB_POOL", Integer.toString(POOL))
                .with("PORTAL_DB_STATEMENT_TIME", "PT8S")
                .with("PORTAL_DB_ANSWER_TIME", "PT12S")
                .with("PORTAL_REALTIME_PING_INTERVAL", "PT1S")
                .start();
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void all_migrations_run_and_the_portal_is_ready() {
        assertEquals(200, portal.status("/health/ready"));
    }

    @Test
    void users_sign_in_and_stay_signed_in() {
        PortalClient admin = PortalClient.at(portal.uri()).signIn("admin", "known-to-the-tests");
        JsonObject before = admin.get("/api/auth/me").expect(200).json();

        assertEquals("admin", PortalClient.at(portal.uri()).signedIn(admin.refresh().expect(200)).get("/api/auth/me").json().getString("role"));
        assertEquals(1, before.getInt("id"));
        assertEquals("bad-credentials", PortalClient.at(portal.uri()).login("admin", "wrong password").expect(401).problem());
    }

    @Test
    void numbers_are_handed_out_once_to_many_at_once() {
        PortalClient admin = PortalClient.at(portal.uri()).signIn("admin", "known-to-the-tests");
        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String customer = "{\"name\":\"Customer %d\",\"phone\":\"0812345678%02d\"}".formatted(i, i);
            calls.add(CompletableFuture.supplyAsync(() -> admin.post("/api/customers", customer).expect(201)));
        }
        Set<String> numbers = new HashSet<>();
        calls.forEach(call -> numbers.add(call.join().json().getString("number")));

        assertEquals(20, numbers.size());
    }

    /** Before the tests that break connections: PostgreSQL lets one that was given up in a queue for a lock wait there to the end. */
    @Test
    @Order(1)
    void more_requests_than_connections_are_told_to_come_back_and_harm_nobody() throws SQLException {
        PortalClient admin = PortalClient.at(portal.uri()).signIn("admin", "known-to-the-tests");
        ExecutorService crowd = Executors.newFixedThreadPool(REQUESTS);
        try (Connection other = DriverManager.getConnection(database.url(), PostgresCluster.USER, PostgresCluster.PASSWORD);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table customers in access exclusive mode");
            List<CompletableFuture<Answer>> calls = Stream.generate(() -> admin)
                    .map(user -> CompletableFuture.supplyAsync(() -> user.get("/api/customers"), crowd)).limit(REQUESTS).toList();
            assertToldToComeBack((Answer) CompletableFuture.anyOf(calls.toArray(CompletableFuture[]::new)).join());
            // The container's pool looks at its size again when it has opened a connection, and closes what is too many.
            Await.until("no more connections than the pool may have", () -> connections(statement) == POOL);
            other.rollback();
            calls.forEach(CompletableFuture::join);
            admin.get("/api/customers").expect(200);
        } finally {
            crowd.shutdown();
        }
    }

    @Test
    @Order(2)
    void a_statement_that_waits_too_long_is_given_up_and_its_connection_goes_on() throws SQLException {
        PortalClient admin = PortalClient.at(portal.uri()).signIn("admin", "known-to-the-tests");
        try (Connection other = DriverManager.getConnection(database.url(), PostgresCluster.USER, PostgresCluster.PASSWORD);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table customers in access exclusive mode");
            int before = connections(statement);
            assertToldToComeBack(admin.get("/api/customers"));
            assertEquals(before, connections(statement));
            other.rollback();
            admin.get("/api/customers").expect(200);
        }
    }

    @Test
    void while_the_database_is_away_requests_are_told_soon_to_come_back_and_sockets_stay() {
        PortalClient admin = PortalClient.at(portal.uri()).signIn("admin", "known-to-the-tests");
        admin.get("/api/auth/me").expect(200);
        try (SocketClient socket = SocketClient.enter(admin)) {
            database.stop();
            int pings = socket.pings();
            for (int i = 0; i < 2; i++) {
                assertToldSoonToComeBack(() -> admin.get("/api/auth/me"));
                assertToldSoonToComeBack(() -> admin.post("/api/customers", "{\"name\":\"Nobody\",\"phone\":\"081234567800\"}"));
                assertToldSoonToComeBack(() -> PortalClient.at(portal.uri()).login("admin", "known-to-the-tests"));
            }
            assertEquals(503, portal.status("/health/ready"));
            assertEquals(200, portal.status("/health/live"));
            assertToldSoonToComeBack(socket, "[\"join_room\",\"ticket_1\"]");
            Await.until("asked whether it is there, again and again", () -> socket.pings() >= pings + 3);

            database.start();
            portal.await("ready again", Duration.ofSeconds(30), () -> portal.status("/health/ready") == 200);
            portal.await("answering again", Duration.ofSeconds(30), () -> admin.get("/api/auth/me").status() == 200);
            admin.post("/api/customers", "{\"name\":\"Somebody\",\"phone\":\"081234567899\"}").expect(201);
            assertTrue(socket.event("customer_created").contains("Somebody"));
        }
    }

    /** Of the portal: one is the asker's own. */
    private static int connections(Statement statement) {
        try (ResultSet count = statement.executeQuery("select count(*) - 1 from pg_stat_activity where backend_type = 'client backend'")) {
            count.next();
            return count.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_database_that_says_nothing_keeps_nobody_waiting_for_good() {
        PortalClient admin = PortalClient.at(portal.uri()).signIn("admin", "known-to-the-tests");
        database.freeze();
        try {
            assertToldToComeBack(admin.get("/api/auth/me"));
        } finally {
            database.thaw();
        }
        portal.await("answering again", Duration.ofSeconds(30), () -> admin.get("/api/auth/me").status() == 200);
    }

    private static void assertToldSoonToComeBack(Supplier<Answer> request) {
        long asked = System.nanoTime();
        assertToldToComeBack(request.get());
        assertSoon(asked);
    }

    private static void assertToldSoonToComeBack(SocketClient socket, String question) {
        long asked = System.nanoTime();
        JsonObject answer = Json.createReader(new StringReader(socket.ask(question))).readArray().getJsonObject(0);
        assertSoon(asked);
        assertFalse(answer.getBoolean("ok"));
        assertEquals("The portal cannot reach its data at the moment. Please try again shortly.", answer.getString("message"));
        assertEquals(5, answer.getInt("retryAfter"));
    }

    private static void assertSoon(long asked) {
        Duration passed = Duration.ofNanos(System.nanoTime() - asked);
        assertTrue(passed.compareTo(SOON) < 0, () -> "It took " + passed);
    }

    private static void assertToldToComeBack(Answer answer) {
        answer.refused(503, "unavailable");
        assertEquals("5", answer.header("Retry-After").orElse(""));
        assertEquals("application/problem+json", answer.header("Content-Type").orElse(""));
    }
}
