package id.aglis.portal.engineio;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/** An engine without a container: its time moves when told to, and its work is done at once unless it is held back. */
public final class TestEngine {

    private static final HandshakeRequest REQUEST = new HandshakeRequest("192.0.2.7", Map.of(), Map.of(), Instant.EPOCH, false);

    private final Queue<Runnable> held = new ArrayDeque<>();
    private final TimerWheel wheel;
    private final Engine engine;
    private boolean holding;
    private long now = 1_000_000;

    public TestEngine(EngineConfig config, SessionListener listener) {
        this.wheel = new TimerWheel(() -> now);
        this.engine = new Engine(config, listener, wheel, this::execute, new Sessions(wheel));
    }

    /** One whose work is done by workers of its own. */
    public TestEngine(EngineConfig config, SessionListener listener, Executor workers) {
        this.wheel = new TimerWheel(() -> now);
        this.engine = new Engine(config, listener, wheel, workers, new Sessions(wheel));
    }

    Engine engine() {
        return engine;
    }

    TimerWheel wheel() {
        return wheel;
    }

    Session open(Transport transport, Link link) {
        return open(REQUEST, transport, link);
    }

    /** A session on a WebSocket. */
    Session connectFrom(String address) {
        HandshakeRequest request = new HandshakeRequest(address, Map.of(), Map.of(), Instant.EPOCH, false);
        return open(request, Transport.WEBSOCKET, RecordingLink.socket());
    }

    private Session open(HandshakeRequest request, Transport transport, Link link) {
        Session session = new Session(engine, SessionId.create(engine.config().owner(), engine.config().secret()).toString(), request,
                transport);
        engine.sessions().add(session);
        session.open(link);
        return session;
    }

    /** A client on a WebSocket. */
    public TestClient connect() {
        RecordingLink link = RecordingLink.socket();
        return new TestClient(open(Transport.WEBSOCKET, link), link);
    }

    /** Lets time pass tick by tick. */
    public void pass(long milliseconds) {
        long end = now + milliseconds;
        while (now < end) {
            now = Math.min(end, now + 10);
            wheel.tick();
        }
    }

    /** Lets time pass without the timer noticing. */
    void passUnnoticed(long milliseconds) {
        now += milliseconds;
    }

    /** What sessions have to do waits from now on, until {@link #doWork}. */
    public void holdWork() {
        holding = true;
    }

    public void doWork() {
        holding = false;
        for (Runnable task = held.poll(); task != null; task = held.poll()) {
            task.run();
        }
    }

    private void execute(Runnable task) {
        if (holding) {
            held.add(task);
        } else {
            task.run();
        }
    }

    /** The far end of a session. */
    public static final class TestClient {

        private final Session session;
        private final RecordingLink link;
        private int read = 1;

        private TestClient(Session session, RecordingLink link) {
            this.session = session;
            this.link = link;
        }

        /** Sends a message. */
        public void send(String message) {
            session.frame(link, "4" + message);
        }

        public void send(byte[] message) {
            session.frame(link, message);
        }

        /** Answers a ping. */
        public void pong() {
            session.frame(link, "3");
        }

        /** The connection breaks. */
        public void vanish() {
            session.lost(link, CloseReason.TRANSPORT_CLOSE);
        }

        /** The packets that came since the last call, binary ones as {@code b} and base64. */
        public List<String> received() {
            List<String> all = new ArrayList<>();
            link.written().subList(read, link.written().size()).forEach(body -> all.addAll(List.of(body.split("\u001e"))));
            read = link.written().size();
            return all;
        }

        /** How often the connection was written to. */
        public int writes() {
            return link.written().size();
        }

        /** Closes the session, as the client does that has had enough. */
        public void leave() {
            session.frame(link, "1");
        }

        public boolean isEnded() {
            return link.end().isPresent();
        }
    }
}
