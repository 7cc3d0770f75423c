package id.aglis.portal.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.Refusal;
import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

    @Test
    void is_when_no_connection_was_free() {
        assertTrue(DatabaseAway.isMeantBy(new ResourceAllocationException("In-use connections equal max-pool-size")));
    }

    @Test
    void is_when_a_connection_broke() {
        assertTrue(DatabaseAway.isMeantBy(new SQLNonTransientConnectionException("Connection is broken", "90067")));
        assertTrue(DatabaseAway.isMeantBy(new SQLException("terminating connection due to administrator command", "57P01")));
        assertTrue(DatabaseAway.isMeantBy(new SQLException("An I/O error occurred while sending to the backend.", "08006")));
    }

    @Test
    void is_when_there_was_no_answer_in_time() {
        assertTrue(DatabaseAway.isMeantBy(new SQLTimeoutException("Statement was canceled")));
    }

    @Test
    void is_not_when_a_statement_was_wrong() {
        assertFalse(DatabaseAway.isMeantBy(new SQLException("syntax error", "42601")));
        assertFalse(DatabaseAway.isMeantBy(new SQLException("duplicate key", "23505")));
        assertFalse(DatabaseAway.isMeantBy(new SQLException("unknown")));
        assertFalse(DatabaseAway.isMeantBy(new IllegalStateException("08")));
    }

    @Test
    void is_no_longer_than_a_request_waits_for_a_connection() {
        assertEquals(Duration.ofSeconds(5), ((Refusal.Unavailable) DatabaseAway.refusal()).retryAfter());
    }
}
