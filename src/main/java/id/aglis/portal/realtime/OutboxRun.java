package id.aglis.portal.realtime;

import id.aglis.portal.DatabaseReady;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Empties the outbox of what has been published, and relays what an instance that died left behind. Several instances may relay the same
 * row: it keeps its event id, and the log drops repeats. Begins when the schema is there.
 */
@ApplicationScoped
public class OutboxRun {

    private static final Logger LOGGER = System.getLogger(OutboxRun.class.getName());
    /** Rows relayed per run, so that a long outage is worked off in steps. */
    private static final int LIMIT = 500;
    /** Rows may stay a little after they were published; one statement for many is what matters. */
    private static final Duration FORGET_EVERY = Duration.ofSeconds(1);
    /** An index lookup that finds nothing, most of the time. */
    private static final Duration RELAY_EVERY = Duration.ofSeconds(5);

    @Inject
    private Outbox outbox;
    @Inject
    private Publisher publisher;
    @Inject
    private InstantSource time;
    @Inject
    @ConfigProperty(name = "portal.realtime.outbox-age")
    private Duration age;
    @Resource
    private ManagedScheduledExecutorService timer;

    void start(@Observes DatabaseReady ready) {
        every(FORGET_EVERY, publisher::forget);
        every(RELAY_EVERY, this::relay);
    }

    private void relay() {
        List<Publication> left = outbox.leftSince(time.instant().minus(age), LIMIT);
        if (!left.isEmpty()) {
            LOGGER.log(Level.INFO, "Publications left in the outbox are relayed. count={0}", left.size());
            left.forEach(publisher::publish);
        }
    }

    /** A schedule ends with the first exception, and a database may be away for a while. */
    private void every(Duration pause, Runnable step) {
        timer.scheduleWithFixedDelay(() -> {
            try {
                step.run();
            } catch (RuntimeException failure) {
                LOGGER.log(Level.WARNING, "The outbox could not be worked on; the next run tries again.", failure);
            }
        }, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
