package id.aglis.portal.ops;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/**
 * Lets a request fail at once when the database is away: EclipseLink would ask three times with pauses of five seconds, while whoever waits
 * keeps a thread and could have been told when to come back. A connection that broke while it was in the pool is still replaced unnoticed.
 */
public class QuickFailure implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        DatabaseLogin login = session.getLogin();
        login.setQueryRetryAttemptCount(1);
        login.setDelayBetweenConnectionAttempts(0);
    }
}
