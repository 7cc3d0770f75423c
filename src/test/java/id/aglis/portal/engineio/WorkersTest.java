package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private final AtomicInteger threads = new AtomicInteger();
    private final Workers workers = new Workers(this::start, 2);

    @Test
    void start_tasks_in_the_order_they_came() throws InterruptedException {
        Workers alone = new Workers(this::start, 1);
        List<Integer> order = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1_000);
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            alone.execute(() -> {
                order.add(number);
                done.countDown();
            });
        }
        await(done);
        assertEquals(java.util.stream.IntStream.range(0, 1_000).boxed().toList(), order);
        assertEquals(1, threads.get());
    }

    @Test
    void work_side_by_side_but_never_more_of_them_than_allowed() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            workers.execute(() -> {
                busy.countDown();
                waitFor(release);
                done.countDown();
            });
        }
        await(busy);
        assertEquals(3, done.getCount());
        release.countDown();
        await(done);
        assertEquals(2, threads.get());
    }

    @Test
    void are_used_again_while_they_wait() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            CountDownLatch done = new CountDownLatch(1);
            workers.execute(done::countDown);
            await(done);
        }
        assertTrue(threads.get() <= 2);
    }

    @Test
    void outlive_tasks_that_fail() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Workers alone = new Workers(this::start, 1);
        alone.execute(() -> {
            throw new IllegalStateException("Expected by this test.");
        });
        alone.execute(() -> {
            throw new AssertionError("Expected by this test.");
        });
        alone.execute(done::countDown);
        await(done);
        assertEquals(1, threads.get());
    }

    @Test
    void lose_no_task_when_there_is_no_thread_for_a_while() throws InterruptedException {
        Executor[] source = {task -> {
            throw new RejectedExecutionException("Expected by this test.");
        }};
        Workers starved = new Workers(task -> source[0].execute(task), 1);
        CountDownLatch done = new CountDownLatch(2);
        starved.execute(done::countDown);
        assertFalse(done.await(20, TimeUnit.MILLISECONDS));
        source[0] = this::start;
        starved.execute(done::countDown);
        await(done);
    }

    private void start(Runnable worker) {
        threads.incrementAndGet();
        Thread thread = new Thread(worker, "worker under test");
        thread.setDaemon(true);
        thread.start();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(5, TimeUnit.SECONDS));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            await(latch);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
