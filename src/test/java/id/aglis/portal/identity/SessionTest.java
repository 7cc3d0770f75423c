package id.aglis.portal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.identity.Session.Renewal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant START = Instant.parse("2026-01-05T03:00:00Z");
    private static final Duration LIFE = Duration.ofDays(14);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Session session = new Session("abc", 7, START, LIFE);

    @Test
    void is_renewed_by_the_present_token_only() {
        assertEquals(Renewal.DUE, session.judge(0, START, GRACE));
        session.renew(START, LIFE);
        assertEquals(Renewal.DUE, session.judge(1, START, GRACE));
    }

    @Test
    void forgives_the_token_before_during_the_grace() {
        session.renew(START, LIFE);

        assertEquals(Renewal.REPEATED, session.judge(0, START.plusSeconds(29), GRACE));
        assertEquals(Renewal.STOLEN, session.judge(0, START.plusSeconds(30), GRACE));
    }

    @Test
    void takes_older_tokens_for_stolen() {
        session.renew(START, LIFE);
        session.renew(START, LIFE);

        assertEquals(Renewal.STOLEN, session.judge(0, START, GRACE));
    }

    @Test
    void ends_when_it_is_not_renewed_in_time() {
        assertTrue(session.lives(START.plus(LIFE).minusMillis(1)));
        assertFalse(session.lives(START.plus(LIFE)));
        session.renew(START.plusSeconds(60), LIFE);
        assertTrue(session.lives(START.plus(LIFE)));
    }

    @Test
    void ends_when_it_is_revoked() {
        session.revoke(START);

        assertEquals(Renewal.ENDED, session.judge(0, START, GRACE));
    }
}
