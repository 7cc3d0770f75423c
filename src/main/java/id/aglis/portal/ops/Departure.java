package id.aglis.portal.ops;

import id.aglis.portal.realtime.RealtimeServer;
import id.aglis.portal.web.OpenRequests;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Empties this instance before it is stopped. Whoever stops it takes it out of the proxy, creates the file {@code instances/NAME/leaving}
 * below {@code portal.home}, and waits until the file is gone: then no browser is connected here and no request is under way.
 *
 * <p>A file, because only those who may stop the instance can create it, without a secret or a port of its own; and because SIGTERM comes
 * too late: upon it the container stops to answer, whatever the application still has to do.
 */
@ApplicationScoped
public class Departure {

    private static final Logger LOGGER = System.getLogger(Departure.class.getName());
    private static final long LOOK_MILLIS = 200;

    @Inject
    @ConfigProperty(name = "portal.home")
    private String home;
    @Inject
    @ConfigProperty(name = "portal.instance")
    private String instance;
    @Inject
    private RealtimeServer realtime;
    @Inject
    private OpenRequests requests;
    @Resource
    private ManagedScheduledExecutorService timer;
    private ScheduledFuture<?> watch;
    private Path file;
    private boolean begun;

    void watch(@Observes Startup start) {
        file = Path.of(home, "instances", instance, "leaving");
        watch = timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!begun && Files.exists(file)) {
            begun = true;
            realtime.leave();
        }
        if (begun && realtime.sessions() == 0 && requests.count() == 0) {
            end();
        }
    }

    private void end() {
        try {
            Files.deleteIfExists(file);
            watch.cancel(false);
            LOGGER.log(Level.INFO, "Nobody needs this instance any more; it can be stopped.");
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Nobody can be told that this instance can be stopped.", e);
        }
    }

    @PreDestroy
    void stop() {
        watch.cancel(true);
    }
}
