package id.aglis.portal.ops;

import id.aglis.portal.DatabaseReady;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills a portal that is to be shown with synthetic people and work, once, and leaves the logins where the scripts find them. */
@ApplicationScoped
public class Demo {

    private static final Logger LOGGER = System.getLogger(Demo.class.getName());

    @Inject
    @ConfigProperty(name = "portal.demo", defaultValue = "false")
    private boolean wanted;
    @Inject
    private DemoPeople people;
    @Inject
    private DemoTickets tickets;
    @Inject
    private DemoLogins logins;

    void load(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) DatabaseReady ready) {
        if (!wanted) {
            return;
        }
        if (people.missing()) {
            create();
        }
        logins.write();
    }

    /** Of several instances that start at once, one creates the first demo user; the others fail on his name and find everything done. */
    private void create() {
        try {
            tickets.create();
            LOGGER.log(Level.INFO, "Synthetic data has been loaded.");
        } catch (RuntimeException failure) {
            if (people.missing()) {
                throw failure;
            }
            LOGGER.log(Level.INFO, "Another instance has loaded the synthetic data.");
        }
    }
}
