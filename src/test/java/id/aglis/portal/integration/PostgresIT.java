package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.aglis.portal.PortalProcess;
import id.aglis.portal.integration.PortalClient.Answer;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same WAR on the database for production. */
class PostgresIT {

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

    @Test
    void a_restart_of_the_database_is_survived() {
        PortalClient admin = PortalClient.at(portal.uri()).signIn("admin", "known-to-the-tests");
        database.restart();

        portal.await("ready again", Duration.ofSeconds(30), () -> portal.status("/health/ready") == 200);
        portal.await("answering again", Duration.ofSeconds(30), () -> admin.get("/api/auth/me").status() == 200);
    }
}
