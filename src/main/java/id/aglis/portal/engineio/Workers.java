package id.aglis.portal.engineio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * A few threads of our own that take task after task, and leave after a time without any. A container's executor would not do: it
 * captures and restores its contexts for every task, which costs more than most of our tasks, and its threads are few and shared. Tasks
 * start in the order they came.
 */
public final class Workers implements Executor {

    private static final Logger LOGGER = System.getLogger(Workers.class.getName());
    private static final long PATIENCE_MILLIS = 10_000;

    private final Executor threads;
    private final int parallelism;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private int active;
    private int waiting;

    /** @param threads gives every worker a thread of its own; a bounded pool shared with others would keep them waiting */
    public Workers(Executor threads, int parallelism) {
        this.threads = threads;
        this.parallelism = parallelism;
    }

    @Override
    public void execute(Runnable task) {
        if (addAndNeedsWorker(task)) {
            start();
        }
    }

    private synchronized boolean addAndNeedsWorker(Runnable task) {
        tasks.add(task);
        if (tasks.size() <= waiting) {
            notify();
            return false;
        }
        if (active == parallelism) {
            return false;
        }
        active++;
        return true;
    }

    private void start() {
        try {
            threads.execute(this::work);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOGGER.log(Level.WARNING, "There is no further thread for the work of sessions.", e);
            leave();
        }
    }

    private synchronized void leave() {
        active--;
    }

    private void work() {
        for (Runnable task = next(); task != null; task = next()) {
            run(task);
        }
    }

    /** The next task; null after a time without any, when the worker is to leave. */
    private synchronized Runnable next() {
        long deadline = System.nanoTime() / 1_000_000 + PATIENCE_MILLIS;
        long left = PATIENCE_MILLIS;
        while (tasks.isEmpty() && left > 0 && await(left)) {
            left = deadline - System.nanoTime() / 1_000_000;
        }
        if (tasks.isEmpty()) {
            active--;
        }
        return tasks.poll();
    }

    private boolean await(long milliseconds) {
        waiting++;
        try {
            wait(milliseconds);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // An error too: this worker would be missing from then on.
            LOGGER.log(Level.ERROR, "A task failed.", e);
        }
    }
}
