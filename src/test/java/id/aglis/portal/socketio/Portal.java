package id.aglis.portal.socketio;

import id.aglis.portal.cluster.BroadcastLog;
import id.aglis.portal.cluster.InMemoryBroadcastLog;
import id.aglis.portal.cluster.InstanceId;
import id.aglis.portal.cluster.LetterBox;
import id.aglis.portal.cluster.LocalLetters;
import id.aglis.portal.cluster.ManualTimer;
import id.aglis.portal.engineio.EngineConfig;
import id.aglis.portal.engineio.TestEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;

/** One instance with its clients, all in this thread, at the time of the test; several may share a log. */
final class Portal {

    private static final Map<BroadcastLog, LocalLetters> LETTERS = new WeakHashMap<>();
    private static final SocketConfig CONFIG = new SocketConfig(Duration.ofSeconds(45), 3, 5, 3, 2);

    private final ManualTimer timer = new ManualTimer();
    private final SocketServer server;
    private final TestEngine engine;
    private final List<Socket> sockets = new ArrayList<>();

    Portal() {
        this("one", new InMemoryBroadcastLog(100));
    }

    Portal(String name, BroadcastLog log) {
        this(name, log, Optional.empty());
    }

    /** One whose clients may come back. */
    Portal(String name, BroadcastLog log, Recovery recovery) {
        this(name, log, Optional.of(recovery));
    }

    private Portal(String name, BroadcastLog log, Optional<Recovery> recovery) {
        this.server = new SocketServer(CONFIG, new InstanceId(name, Instant.EPOCH), log, letters(name + "@0", log), recovery,
                timer.executor(), Runnable::run, Runnable::run);
        this.engine = new TestEngine(EngineConfig.defaults(), server);
        root().onConnection(sockets::add);
    }

    /** One whose clients are worked on by threads of their own. */
    Portal(Executor workers) {
        this.server = new SocketServer(CONFIG, new InstanceId("one", Instant.EPOCH), new InMemoryBroadcastLog(100), LetterBox.none(),
                Optional.empty(), timer.executor(), Runnable::run, Runnable::run);
        this.engine = new TestEngine(EngineConfig.defaults(), server, workers);
    }

    /** Those who share a log can write to each other. */
    private static LocalLetters letters(String instance, BroadcastLog log) {
        return LETTERS.compute(log, (key, present) -> present == null ? new LocalLetters(instance) : present.of(instance));
    }

    SocketServer server() {
        return server;
    }

    Namespace root() {
        return server.namespace("/");
    }

    /** A client that has not said anything. */
    TestEngine.TestClient connect() {
        return engine.connect();
    }

    /** A client in the root namespace that has read its welcome. */
    TestEngine.TestClient enter() {
        TestEngine.TestClient client = connect();
        client.send("0");
        client.received();
        return client;
    }

    /** The socket that entered the root namespace as the n-th, from 0. */
    Socket socket(int index) {
        return sockets.get(index);
    }

    /** As on a machine where workers do not get a processor, while broadcasts are delivered. */
    void withoutWorkers(Runnable action) {
        engine.holdWork();
        action.run();
        engine.doWork();
    }

    void pass(long milliseconds) {
        engine.pass(milliseconds);
        timer.pass(milliseconds);
    }
}
