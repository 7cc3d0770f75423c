package id.aglis.portal.web;

import id.aglis.portal.Refusal;
import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;

/** Failures that are nobody's mistake: no connection was free in time or could be made, it broke, or there was no answer in time. */
final class DatabaseAway {

    /** As long as a request waits for a connection (web.xml). */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    /** Classes of SQL states: connection exception, insufficient resources, operator intervention. */
    private static final List<String> STATES = List.of("08", "53", "57");

    private DatabaseAway() {
    }

    static boolean isMeantBy(Throwable cause) {
        return cause instanceof ResourceException
                || cause instanceof SQLException failure && (hasType(failure) || hasState(failure.getSQLState()));
    }

    static Refusal refusal() {
        return Refusal.unavailable("The portal cannot reach its data at the moment. Please try again shortly.", RETRY_AFTER);
    }

    private static boolean hasType(SQLException failure) {
        return failure instanceof SQLTransientConnectionException || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException || failure instanceof SQLTimeoutException;
    }

    private static boolean hasState(String state) {
        return state != null && STATES.stream().anyMatch(state::startsWith);
    }
}
