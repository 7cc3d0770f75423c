package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.cluster.LetterBox;
import id.aglis.portal.cluster.LocalLetters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DepartureTest {

    private static final String HERE = "here@1";
    private static final String ELSEWHERE = "elsewhere@1";
    private static final EngineConfig CONFIG = EngineConfig.defaults().withOwner(HERE);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final RecordingListener listener = new RecordingListener();
    private final TestEngine engine = new TestEngine(CONFIG, listener);
    private final Relay relay = new Relay(LetterBox.none(), engine.engine());
    private final Departure departure = new Departure(engine.engine(), relay);
    private final Door door = new Door(engine.engine(), relay, departure);

    @Test
    void breaks_sessions_off_one_after_another() {
        connect(200);
        departure.begin(LONG);
        assertEquals(200, open());
        engine.pass(500);
        assertTrue(open() > 0 && open() < 200, () -> open() + " of 200 sessions were open after half the time.");
        engine.pass(550);
        assertEquals(0, open());
    }

    @Test
    void takes_no_longer_than_it_may() {
        connect(200);
        departure.begin(Duration.ofMillis(100));
        engine.pass(150);
        assertEquals(0, open());
    }

    @Test
    void lets_clients_come_back() {
        RecordingLink poll = RecordingLink.poll();
        RecordingLink socket = RecordingLink.socket();
        engine.open(Transport.POLLING, RecordingLink.poll()).poll(poll);
        engine.open(Transport.WEBSOCKET, socket);
        departure.begin(LONG);
        engine.pass(100);
        assertEquals(List.of("1"), poll.written());
        assertEquals(Optional.of(LinkEnd.AWAY), socket.end());
        assertEquals(List.of("opened", "opened", "server shutting down", "server shutting down"), listener.told());
    }

    @Test
    void lets_clients_come_back_whose_sessions_are_elsewhere() {
        TestEngine owning = new TestEngine(CONFIG.withOwner(ELSEWHERE), listener);
        LocalLetters letters = new LocalLetters(ELSEWHERE);
        Relay here = new Relay(letters.of(HERE), engine.engine());
        Relay elsewhere = new Relay(letters, owning.engine());
        RecordingLink poll = RecordingLink.poll();
        RecordingLink post = RecordingLink.poll();
        String sid = owning.open(Transport.POLLING, RecordingLink.poll()).id();
        here.host().poll(ELSEWHERE, sid, poll);
        RelayHost.Relayed push = here.host().push(ELSEWHERE, sid, post);
        assertEquals(Optional.empty(), elsewhere.ownerOf(sid));
        new Departure(engine.engine(), here).begin(LONG);
        engine.pass(100);
        assertEquals(List.of("1"), poll.written());
        push.body("4late", LinkEnd.OK);
        assertEquals(Optional.of(LinkEnd.UNKNOWN_SESSION), post.end());
        assertEquals(List.of("opened", "transport close"), listener.told());
    }

    @Test
    void refuses_handshakes_such_that_a_proxy_asks_another_instance() {
        FakeRequest handshake = new FakeRequest().query("transport", "polling").query("EIO", "4").method("GET");
        assertEquals(Optional.empty(), refusal(handshake));
        departure.begin(LONG);
        assertEquals(Optional.of(503), refusal(handshake));
    }

    @Test
    void serves_the_sessions_that_are_still_open() {
        Session session = engine.open(Transport.POLLING, RecordingLink.poll());
        departure.begin(LONG);
        FakeRequest poll = new FakeRequest().query("transport", "polling").query("EIO", "4").query("sid", session.id()).method("GET");
        assertEquals(Optional.empty(), refusal(poll));
    }

    @Test
    void forgets_nobody_who_came_at_the_same_moment() {
        departure.begin(LONG);
        RecordingLink socket = RecordingLink.socket();
        door.open(engine.connectFrom("192.0.2.8").request(), Transport.WEBSOCKET, socket);
        assertEquals(Optional.of(LinkEnd.AWAY), socket.end());
    }

    private Optional<Integer> refusal(FakeRequest request) {
        return door.refusal(request.head(), new ClientView(request.head(), Origins.sameOrigin())).map(Answer::status);
    }

    private void connect(int count) {
        IntStream.range(0, count).forEach(each -> engine.connect());
    }

    private int open() {
        return engine.engine().sessions().count();
    }
}
