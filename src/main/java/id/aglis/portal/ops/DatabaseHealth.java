package id.aglis.portal.ops;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only with a schema that fits and a database that answers now. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    private static final Logger LOGGER = System.getLogger(DatabaseHealth.class.getName());
    private static final int SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;
    @Inject
    private Schema schema;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(schema.fits() && answers()).withData("schema", schema.fits() ? "fits" : "unfit").build();
    }

    private boolean answers() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException failure) {
            LOGGER.log(Level.WARNING, "The database does not answer.", failure);
            return false;
        }
    }
}
