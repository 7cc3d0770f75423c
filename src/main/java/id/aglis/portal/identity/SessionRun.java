package id.aglis.portal.identity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Clears away what has ended. Doing it on several instances at once is harmless. */
@Singleton
public class SessionRun {

    private static final Logger LOGGER = System.getLogger(SessionRun.class.getName());

    @Inject
    private Sessions sessions;
    @Inject
    private Lockouts lockouts;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void purge() {
        LOGGER.log(Level.INFO, "Ended sessions and old login failures removed. sessions={0} failures={1}", sessions.purge(), lockouts.purge());
    }
}
