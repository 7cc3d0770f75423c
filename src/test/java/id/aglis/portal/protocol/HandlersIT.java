package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where handlers run, and what they are told about who calls. */
class HandlersIT {

    private static final String PATH = "/patient/socket.io/";
    private static final String QUESTION = "421[\"who-am-i\"]";
    private static final Pattern ANSWER = Pattern.compile("431\\[\"([^\"]*)\",\"([^\"]*)\",(true|false)]");

    private final String address = Guest.address();
    private final Guest guest = new Guest(Map.of("X-Forwarded-For", "192.0.2.66, " + address));

    @Test
    void of_a_websocket_are_told_the_address_behind_the_proxy_and_hold_no_thread_of_the_container() {
        try (Wire wire = guest.wire(PATH)) {
            wire.send("40").nextButPing();
            wire.nextButPing();
            assertAnswer(wire.send(QUESTION).nextButPing().toString());
        }
    }

    @Test
    void of_a_polling_client_are_told_the_same_and_hold_none_either() {
        String session = guest.open(PATH);
        guest.post(session, "40");
        String answers = guest.get(session).body();
        guest.post(session, QUESTION);
        while (!ANSWER.matcher(answers).find()) {
            answers = guest.get(session).body();
        }
        assertAnswer(answers);
    }

    @Test
    void are_told_whether_the_client_spoke_tls_with_the_proxy() {
        assertEquals("true", secure(Map.of("X-Forwarded-Proto", "https")));
        assertEquals("false", secure(Map.of("X-Forwarded-Proto", "http")));
        assertEquals("false", secure(Map.of()));
    }

    private static String secure(Map<String, String> headers) {
        try (Wire wire = new Guest(headers).wire(PATH)) {
            wire.send("40").nextButPing();
            wire.nextButPing();
            Matcher answer = ANSWER.matcher(wire.send(QUESTION).nextButPing().toString());
            assertTrue(answer.find());
            return answer.group(3);
        }
    }

    private void assertAnswer(String packets) {
        Matcher answer = ANSWER.matcher(packets);
        assertTrue(answer.find(), packets);
        assertEquals(address, answer.group(1));
        assertTrue(!answer.group(2).contains("http-") && !answer.group(2).contains("rizzly"), answer.group(2));
    }
}
