package id.aglis.portal.engineio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The end of an instance while others go on: from its begin no session is opened, and each one that is open, or has its client on this
 * instance, is broken off at a moment of its own, such that clients come back elsewhere one after another.
 */
final class Departure {

    /** Milliseconds between two sessions when there is time: taking a client back costs its new instance a third of that. */
    private static final long APART = 5;

    private final Engine engine;
    private final Relay relay;
    private volatile boolean begun;

    Departure(Engine engine, Relay relay) {
        this.engine = engine;
        this.relay = relay;
    }

    /** @param atMost time for all of them, be they ever so many */
    void begin(Duration atMost) {
        begun = true;
        List<Runnable> endings = new ArrayList<>(relay.host().partings());
        engine.sessions().all().forEach(session -> endings.add(() -> end(session)));
        long time = Math.min(atMost.toMillis(), endings.size() * APART);
        endings.forEach(ending -> engine.wheel().after(ThreadLocalRandom.current().nextLong(time + 1), ending));
    }

    boolean hasBegun() {
        return begun;
    }

    /** A session was opened that may have passed the door just before. */
    void opened(Session session) {
        if (begun) {
            end(session);
        }
    }

    private static void end(Session session) {
        session.breakOff(CloseReason.SERVER_SHUTTING_DOWN);
    }
}
