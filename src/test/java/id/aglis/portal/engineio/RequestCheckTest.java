package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.cluster.LetterBox;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each request has every fault from one on: the first in the order of the reference server is answered. */
class RequestCheckTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Limits LIMITS = new Limits(3, 2, 4, 100, 1_000_000, 1_000_000, SECOND, SECOND, SECOND, SECOND, 1);

    private final TestEngine engine = new TestEngine(EngineConfig.defaults().withLimits(LIMITS), new RecordingListener());
    private final RequestCheck check = new RequestCheck(engine.engine(), new Relay(LetterBox.none(), engine.engine()));
    private final FakeRequest request = new FakeRequest();

    @BeforeEach
    void has_every_fault() {
        request.query("transport", "smoke").method("PUT").header("Origin", "http://evil\u0001").query("EIO", "3");
    }

    @Test
    void looks_at_the_transport_first() {
        assertEquals(Optional.of(EngineError.UNKNOWN_TRANSPORT), check());
    }

    @Test
    void looks_at_the_characters_of_the_origin_second() {
        request.query("transport", "polling");
        assertEquals(Optional.of(EngineError.BAD_REQUEST), check());
    }

    @Test
    void looks_at_the_method_of_a_handshake_third() {
        request.query("transport", "websocket").header("Origin", "http://evil.example");
        assertEquals(Optional.of(EngineError.BAD_HANDSHAKE_METHOD), check());
    }

    @Test
    void looks_fourth_whether_a_websocket_is_an_upgrade() {
        request.query("transport", "websocket").header("Origin", "http://evil.example").method("GET");
        assertEquals(Optional.of(EngineError.BAD_REQUEST), check());
    }

    @Test
    void looks_fifth_whether_the_origin_is_allowed() {
        request.query("transport", "polling").header("Origin", "http://evil.example").method("GET");
        assertEquals(Optional.of(EngineError.FORBIDDEN), check());
    }

    @Test
    void looks_at_the_protocol_version_last() {
        request.query("transport", "polling").header("Origin").method("GET");
        assertEquals(Optional.of(EngineError.UNSUPPORTED_PROTOCOL_VERSION), check());
        request.query("EIO", "4");
        assertEquals(Optional.empty(), check());
    }

    @Test
    void leaves_an_unknown_session_to_the_poll_that_asks_for_it() {
        Session session = engine.open(Transport.POLLING, RecordingLink.poll());
        request.header("Origin").query("transport", "websocket").query("sid", session.id());
        assertEquals(Optional.of(EngineError.BAD_REQUEST), check());
        request.query("sid", "x");
        assertEquals(Optional.of(EngineError.UNKNOWN_SID), check());
        request.method("GET");
        assertEquals(Optional.empty(), check());
    }

    @Test
    void refuses_more_handshakes_than_allowed_at_a_time() {
        good();
        for (int i = 0; i < 8; i++) {
            assertEquals(Optional.empty(), check());
        }
        assertEquals(Optional.of(EngineError.FORBIDDEN), check());
        engine.pass(1_000);
        assertEquals(Optional.empty(), check());
    }

    @Test
    void refuses_more_sessions_than_allowed_from_one_address() {
        good().header("X-Forwarded-For", "192.0.2.7");
        engine.connect();
        assertEquals(Optional.empty(), check());
        engine.connect();
        assertEquals(Optional.of(EngineError.FORBIDDEN), check());
        request.header("X-Forwarded-For", "192.0.2.8");
        assertEquals(Optional.empty(), check());
        engine.connect();
        assertEquals(Optional.of(EngineError.FORBIDDEN), check());
    }

    @Test
    void counts_a_network_of_ipv6_as_one_address() {
        good().header("X-Forwarded-For", "2001:db8:1:2::1");
        engine.connectFrom("2001:db8:1:2::1");
        Session leaving = engine.connectFrom("2001:db8:1:2:ffff::2");
        assertEquals(Optional.of(EngineError.FORBIDDEN), check());
        request.header("X-Forwarded-For", "2001:db8:1:3::1");
        assertEquals(Optional.empty(), check());
        leaving.breakOff(CloseReason.FORCED_CLOSE);
        request.header("X-Forwarded-For", "2001:db8:1:2::3");
        assertEquals(Optional.empty(), check());
    }

    private FakeRequest good() {
        return request.query("transport", "polling").query("EIO", "4").header("Origin").method("GET");
    }

    private Optional<EngineError> check() {
        return check.check(request.head(), view());
    }

    private ClientView view() {
        return new ClientView(request.head(), Origins.sameOrigin());
    }
}
