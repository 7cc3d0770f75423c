package id.aglis.portal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");

    private final Tokens tokens = at(NOW);

    @Test
    void says_which_user_and_session_it_was_issued_for() {
        Tokens.Claims claims = tokens.verify(tokens.issue(7, "abc")).orElseThrow();

        assertEquals(new Tokens.Claims(7, "abc", NOW.plusSeconds(600)), claims);
    }

    @Test
    void is_good_until_its_last_moment_and_not_at_its_end() {
        String token = tokens.issue(7, "abc");

        assertTrue(at(NOW.plusSeconds(599)).verify(token).isPresent());
        assertTrue(at(NOW.plusSeconds(600)).verify(token).isEmpty());
    }

    @Test
    void is_worth_nothing_under_another_key() {
        Tokens others = new Tokens("fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII), () -> NOW, Duration.ofMinutes(10));

        assertTrue(tokens.verify(others.issue(7, "abc")).isEmpty());
    }

    @Test
    void is_worth_nothing_when_changed() {
        String[] parts = tokens.issue(7, "abc").split("\\.");
        String forged = encode(decode(parts[1]).replace("\"7\"", "\"1\""));

        assertTrue(tokens.verify(parts[0] + "." + forged + "." + parts[2]).isEmpty());
    }

    @Test
    void is_worth_nothing_when_it_claims_to_need_no_signature() {
        String claims = tokens.issue(7, "abc").split("\\.")[1];

        assertTrue(tokens.verify(encode("{\"alg\":\"none\"}") + "." + claims + ".").isEmpty());
    }

    @Test
    void is_worth_nothing_when_it_is_no_token() {
        assertTrue(tokens.verify("").isEmpty());
        assertTrue(tokens.verify("a.b.c").isEmpty());
    }

    private static Tokens at(Instant now) {
        return new Tokens(KEY, () -> now, Duration.ofMinutes(10));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
