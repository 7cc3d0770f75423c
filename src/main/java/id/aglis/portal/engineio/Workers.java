package id.aglis.portal.engineio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * At most a given number of threads of another executor, fed from a queue of our own. The container's default executor rejects tasks
 * when its threads are all busy; a rejected task would be a lost packet, so we never hand it more than these.
 */
final class Workers implements Executor {

    private static final Logger LOGGER = System.getLogger(Workers.class.getName());

    private final Executor threads;
    private final int parallelism;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger active = new AtomicInteger();

    Workers(Executor threads, int parallelism) {
        this.threads = threads;
        this.parallelism = parallelism;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        startWorker();
    }

    private void startWorker() {
        int count = active.get();
        while (count < parallelism) {
            if (active.compareAndSet(count, count + 1)) {
                submit();
                return;
            }
            count = active.get();
        }
    }

    private void submit() {
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException e) {
            if (active.decrementAndGet() == 0) {
                LOGGER.log(Level.WARNING, "No thread for the work of sessions.", e);
            }
        }
    }

    private void work() {
        Runnable task;
        while ((task = tasks.poll()) != null) {
            task.run();
        }
        active.decrementAndGet();
        if (!tasks.isEmpty()) {
            startWorker();
        }
    }
}
