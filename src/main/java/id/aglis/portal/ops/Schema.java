package id.aglis.portal.ops;

import id.aglis.portal.DatabaseReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.metamodel.EntityType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to the version of this WAR, once per start and under Flyway's lock, then reads from every entity's table to see that
 * the columns are there. When either fails the portal runs on, unready, so that its health says what is wrong.
 */
@ApplicationScoped
public class Schema {

    private static final Logger LOGGER = System.getLogger(Schema.class.getName());

    @PersistenceUnit(unitName = "portal")
    private EntityManagerFactory databases;
    @Inject
    private Event<DatabaseReady> ready;
    private volatile boolean fits;

    void prepare(@Observes Startup start) {
        try {
            migrate();
            check();
            ready.fire(new DatabaseReady());
            fits = true;
        } catch (RuntimeException failure) {
            LOGGER.log(Level.ERROR, "The database cannot be used; the portal stays unready.", failure);
        }
    }

    /** Whether the database had, at start, what this WAR needs. */
    public boolean fits() {
        return fits;
    }

    private void migrate() {
        var result = Flyway.configure(Schema.class.getClassLoader()).dataSource(PortalDataSource.patient()).load().migrate();
        LOGGER.log(Level.INFO, "The schema is up to date. version={0} applied={1}", result.targetSchemaVersion, result.migrationsExecuted);
    }

    private void check() {
        try (EntityManager database = databases.createEntityManager()) {
            for (EntityType<?> entity : database.getMetamodel().getEntities()) {
                database.createQuery("select e from " + entity.getName() + " e").setMaxResults(1).getResultList();
            }
        }
    }
}
