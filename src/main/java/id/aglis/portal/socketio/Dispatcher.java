package id.aglis.portal.socketio;

import id.aglis.portal.engineio.FlushRound;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Delivers room operations to the sockets of this instance, in the order in which it gets them. It takes everything that waits, queues
 * it at the connections concerned, and then writes to each of them once: a single event leaves at once, and under load several leave in
 * one write.
 */
final class Dispatcher {

    private static final Logger LOGGER = System.getLogger(Dispatcher.class.getName());
    /** After that many operations the connections are written to, so that none waits for ever. */
    private static final int ROUND = 256;

    private final Executor executor;
    private final Consumer<Delivery> application;
    private final Queue<RoomOp> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final List<Client> touched = new ArrayList<>();

    /** @param application applies an operation; called by one thread at a time */
    Dispatcher(Executor executor, Consumer<Delivery> application) {
        this.executor = executor;
        this.application = application;
    }

    void deliver(RoomOp op) {
        waiting.add(op);
        if (running.compareAndSet(false, true)) {
            executor.execute(this::run);
        }
    }

    private void run() {
        do {
            while (!waiting.isEmpty()) {
                round();
            }
            running.set(false);
        } while (!waiting.isEmpty() && running.compareAndSet(false, true));
    }

    private void round() {
        RoomOp op;
        for (int count = 0; count < ROUND && (op = waiting.poll()) != null; count++) {
            apply(op);
        }
        FlushRound round = new FlushRound();
        for (Client client : touched) {
            client.untouch();
            flush(client, round);
        }
        touched.clear();
    }

    private static void flush(Client client, FlushRound round) {
        try {
            client.session().flush(round);
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A connection could not be written to.", e);
        }
    }

    private void apply(RoomOp op) {
        try {
            application.accept(new Delivery(op, this::touch));
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A room operation failed. namespace=" + op.namespace(), e);
        }
    }

    private void touch(Client client) {
        if (client.touch()) {
            touched.add(client);
        }
    }

    /** An operation, and whom to tell which connections have something to write now. */
    record Delivery(RoomOp op, Consumer<Client> touch) {
    }
}
