package id.aglis.portal.cluster;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * The executor on which Payara runs the observers of clustered events. As Payara configures it, it has no queue: while all its threads are
 * busy it rejects what comes in, and the event is lost without a word.
 */
final class EventExecutor {

    /** One more than Payara's default number of threads. */
    private static final int TASKS = 201;

    private EventExecutor() {
    }

    /** Whether it keeps what its threads cannot take at once. Costs nothing but some entries of its queue if so. */
    static boolean queues(ExecutorService executor) {
        CountDownLatch tried = new CountDownLatch(1);
        try {
            for (int i = 0; i < TASKS; i++) {
                executor.execute(() -> await(tried));
            }
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        } finally {
            tried.countDown();
        }
    }

    private static void await(CountDownLatch tried) {
        try {
            tried.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
