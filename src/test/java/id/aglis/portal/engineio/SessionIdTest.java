package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {

    private final Secret secret = Secret.of("one");
    private final String owner = SessionId.tag("portal-1");
    private final String id = SessionId.create(owner, secret).toString();

    @Test
    void is_recognised_by_every_instance_with_the_same_secret() {
        assertEquals(owner, SessionId.parse(id, Secret.of("one")).orElseThrow().owner());
    }

    @Test
    void begins_with_the_tag_of_its_owner() {
        assertEquals(owner, id.substring(0, 4));
        assertEquals(32, id.length());
        assertTrue(id.matches("[A-Za-z0-9_-]+"), id);
    }

    @Test
    void differs_each_time() {
        assertNotEquals(id, SessionId.create(owner, secret).toString());
    }

    @Test
    void is_refused_under_another_secret() {
        assertTrue(SessionId.parse(id, Secret.of("two")).isEmpty());
    }

    @Test
    void is_refused_when_any_character_is_changed() {
        for (int i = 0; i < id.length(); i++) {
            char other = id.charAt(i) == 'A' ? 'B' : 'A';
            String forged = id.substring(0, i) + other + id.substring(i + 1);
            assertTrue(SessionId.parse(forged, secret).isEmpty(), forged);
        }
    }

    @Test
    void is_refused_when_truncated_or_lengthened() {
        for (int length = 0; length < id.length(); length++) {
            assertTrue(SessionId.parse(id.substring(0, length), secret).isEmpty());
        }
        assertTrue(SessionId.parse(id + "A", secret).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "==", "===", "!", "é", "\0"})
    void is_refused_when_its_end_is_replaced(String end) {
        assertTrue(SessionId.parse(id.substring(0, id.length() - end.length()) + end, secret).isEmpty());
    }
}
