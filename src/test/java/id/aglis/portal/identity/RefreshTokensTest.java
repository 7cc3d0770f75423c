package id.aglis.portal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshTokensTest {

    private final RefreshTokens tokens = new RefreshTokens(new byte[32]);

    @Test
    void says_its_session_and_generation() {
        assertEquals(Optional.of(new RefreshTokens.Claims("abc", 3)), tokens.verify(tokens.issue("abc", 3)));
    }

    @Test
    void cannot_be_moved_to_another_generation_or_session() {
        String token = tokens.issue("abc", 3);

        assertTrue(tokens.verify(token.replace(".3.", ".4.")).isEmpty());
        assertTrue(tokens.verify(token.replace("abc", "abd")).isEmpty());
    }

    @Test
    void is_worth_nothing_when_it_is_no_token() {
        assertTrue(tokens.verify("").isEmpty());
        assertTrue(tokens.verify("a.b").isEmpty());
        assertTrue(tokens.verify("a.99999999999.c").isEmpty());
    }
}
