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
 * one write. Where processors are scarce it rests between such rounds, see {@link Pace}.
 */
final class Dispatcher {

    private static final Logger LOGGER = System.getLogger(Dispatcher.class.getName());
    /** After that many operations the connections are written to, so that none waits for ever. */
    private static final int ROUND = 256;

    private final Executor executor;
    private final Consumer<Delivery> application;
    private final Queue<Turn> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final List<Client> touched = new ArrayList<>();
    private final Pace pace = new Pace();

    /** @param application applies an operation; called by one thread at a time */
    Dispatcher(Executor executor, Consumer<Delivery> application) {
        this.executor = executor;
        this.application = application;
    }

    /** An operation past the log. */
    void deliver(RoomOp op) {
        deliver(op, Delivery.NO_POSITION);
    }

    /** @param position the operation's place in the log, its last one */
    void deliver(RoomOp op, long position) {
        inTurn(touch -> application.accept(new Delivery(op, position, touch)));
    }

    /** Does something between two operations. */
    void inTurn(Turn turn) {
        waiting.add(turn);
        if (running.compareAndSet(false, true)) {
            executor.execute(this::run);
        }
    }

    private void run() {
        do {
            pace.begin();
            while (!waiting.isEmpty()) {
                round();
                pace.rest();
            }
            running.set(false);
        } while (!waiting.isEmpty() && running.compareAndSet(false, true));
    }

    private void round() {
        Turn turn;
        for (int count = 0; count < ROUND && (turn = waiting.poll()) != null; count++) {
            take(turn);
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

    private void take(Turn turn) {
        try {
            turn.take(this::touch);
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A room operation failed.", e);
        }
    }

    private void touch(Client client) {
        if (client.touch()) {
            touched.add(client);
        }
    }

    /**
     * An operation, and whom to tell which connections have something to write now.
     *
     * @param position the last place it has in the log, or {@link #NO_POSITION}
     */
    record Delivery(RoomOp op, long position, Consumer<Client> touch) {

        static final long NO_POSITION = -1;

        boolean isInLog() {
            return position != NO_POSITION;
        }
    }

    /** What happens at one place of the order. It must not wait. */
    @FunctionalInterface
    interface Turn {

        /** @param touch told which connections have something to write now */
        void take(Consumer<Client> touch);
    }
}
