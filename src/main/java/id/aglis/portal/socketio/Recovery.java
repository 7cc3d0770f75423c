package id.aglis.portal.socketio;

import id.aglis.portal.cluster.Records;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Takes clients back that have lost their connection, on whatever instance they come: with their id, their rooms, and what they missed,
 * before they are told that they are connected. Each connection has a record that outlives its instance; what was missed is in the log.
 */
public final class Recovery {

    /**
     * Threads for its worker. They do nothing but wait for other instances, which answer late exactly when many clients come back at once:
     * as many clients as there are threads are helped at a time.
     */
    public static final int THREADS = 128;

    private static final Logger LOGGER = System.getLogger(Recovery.class.getName());
    private static final int SECRET_BYTES = 16;
    private static final SecureRandom RANDOMNESS = new SecureRandom();

    private final RecoveryConfig config;
    private final Records records;
    private final Executor worker;
    private final LongSupplier nanoTime;
    private final Turns turns;
    /** Connections whose record is about to be removed. */
    private final Set<String> ending = ConcurrentHashMap.newKeySet();

    /** @param worker {@link #THREADS} threads that may wait */
    public Recovery(RecoveryConfig config, Records records, Executor worker) {
        this(config, records, worker, System::nanoTime);
    }

    Recovery(RecoveryConfig config, Records records, Executor worker, LongSupplier nanoTime) {
        this.config = config;
        this.records = records;
        this.worker = worker;
        this.nanoTime = nanoTime;
        this.turns = new Turns(config.perSecond(), config.patience().toMillis(), nanoTime);
    }

    RecoveryConfig config() {
        return config;
    }

    Records records() {
        return records;
    }

    Turns turns() {
        return turns;
    }

    /** Milliseconds of a clock that only goes forward. */
    long now() {
        return nanoTime.getAsLong() / 1_000_000;
    }

    void execute(Runnable task) {
        worker.execute(task);
    }

    /** Nobody is to come back to that connection, although its record is not removed yet. */
    void ends(String pid) {
        ending.add(pid);
    }

    void hasEnded(String pid) {
        ending.remove(pid);
    }

    /** How a connection is registered; may wait. */
    Optional<Found> find(String pid) {
        if (ending.contains(pid)) {
            return Optional.empty();
        }
        try {
            return records.find(pid).map(bytes -> new Found(bytes, ConnectionRecord.of(bytes)));
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOGGER.log(Level.WARNING, "The record of a connection cannot be used; its client begins afresh.", e);
            return Optional.empty();
        }
    }

    /** 128 bits that nobody can guess. */
    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOMNESS.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A record, and its bytes as they stand. */
    record Found(byte[] bytes, ConnectionRecord record) {
    }
}
