package id.aglis.portal.realtime;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Empties the outbox of what has been published, and relays what an instance that died left behind. Several instances may relay the same
 * row: it keeps its event id, and the log drops repeats.
 */
@Singleton
public class OutboxRun {

    private static final Logger LOGGER = System.getLogger(OutboxRun.class.getName());
    /** Rows relayed per run, so that a long outage is worked off in steps. */
    private static final int LIMIT = 500;

    @Inject
    private Outbox outbox;
    @Inject
    private Publisher publisher;
    @Inject
    private InstantSource time;
    @Inject
    @ConfigProperty(name = "portal.realtime.outbox-age")
    private Duration age;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void forget() {
        publisher.forget();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void relay() {
        List<Publication> left = outbox.leftSince(time.instant().minus(age), LIMIT);
        if (!left.isEmpty()) {
            LOGGER.log(Level.INFO, "Publications left in the outbox are relayed. count={0}", left.size());
            left.forEach(publisher::publish);
        }
    }
}
