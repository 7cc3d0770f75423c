package id.aglis.portal.cluster;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventExecutorTest {

    @Test
    void loses_nothing_with_a_queue() {
        check(new ThreadPoolExecutor(4, 32, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()), true);
    }

    @Test
    void rejects_when_busy_as_payara_configures_it() {
        check(new ThreadPoolExecutor(0, 200, 1, TimeUnit.SECONDS, new SynchronousQueue<>()), false);
    }

    private static void check(ExecutorService executor, boolean queues) {
        try {
            if (queues) {
                assertTrue(EventExecutor.queues(executor));
            } else {
                assertFalse(EventExecutor.queues(executor));
            }
        } finally {
            executor.shutdown();
        }
    }
}
