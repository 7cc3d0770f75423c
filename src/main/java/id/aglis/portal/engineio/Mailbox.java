package id.aglis.portal.engineio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/**
 * Runs the tasks of one session one after another, in the order they came, on threads of an executor. What runs here needs no locks.
 * Idle mailboxes hold no memory but themselves.
 */
final class Mailbox implements Runnable {

    private static final Logger LOGGER = System.getLogger(Mailbox.class.getName());
    /** After that many tasks others get their turn. */
    private static final int TURN = 32;

    private final Executor executor;
    private ArrayDeque<Runnable> tasks;
    private boolean running;

    Mailbox(Executor executor) {
        this.executor = executor;
    }

    void execute(Runnable task) {
        if (enqueue(task)) {
            executor.execute(this);
        }
    }

    /**
     * Runs a short task on the calling thread when nothing else runs or waits, which spares a change of threads; otherwise in its turn.
     */
    void executeHere(Runnable task) {
        if (begin()) {
            runSafely(task);
            if (!isDone()) {
                executor.execute(this);
            }
        } else {
            execute(task);
        }
    }

    /** @return whether the mailbox is to be run */
    private synchronized boolean enqueue(Runnable task) {
        if (tasks == null) {
            tasks = new ArrayDeque<>(4);
        }
        tasks.add(task);
        return begin();
    }

    private synchronized boolean begin() {
        boolean idle = !running;
        running = true;
        return idle;
    }

    private synchronized boolean isDone() {
        running = tasks != null;
        return !running;
    }

    @Override
    public void run() {
        for (int done = 0; done < TURN; done++) {
            Runnable task = next();
            if (task == null) {
                return;
            }
            runSafely(task);
        }
        executor.execute(this);
    }

    private synchronized Runnable next() {
        Runnable task = tasks.poll();
        if (task == null) {
            tasks = null;
            running = false;
        }
        return task;
    }

    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // An error too: the tasks behind it would never run.
            LOGGER.log(Level.ERROR, "A task of a session failed.", e);
        }
    }
}
