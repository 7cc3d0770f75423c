package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private final Mailbox mailbox = new Mailbox(work::add);

    @Test
    void runs_tasks_in_the_order_they_came() {
        IntStream.range(0, 10).forEach(i -> mailbox.execute(() -> done.add(i)));
        work();
        assertEquals(IntStream.range(0, 10).boxed().toList(), done);
    }

    @Test
    void runs_a_task_on_the_calling_thread_when_it_is_idle() {
        mailbox.executeHere(() -> done.add(1));
        assertEquals(List.of(1), done);
        assertEquals(0, work.size());
    }

    @Test
    void leaves_to_the_executor_what_comes_during_a_task_on_the_calling_thread() {
        mailbox.executeHere(() -> mailbox.execute(() -> done.add(1)));
        assertEquals(List.of(), done);
        work();
        assertEquals(List.of(1), done);
        mailbox.executeHere(() -> done.add(2));
        assertEquals(List.of(1, 2), done);
    }

    @Test
    void keeps_the_order_when_a_task_for_the_calling_thread_comes_while_others_wait() {
        mailbox.execute(() -> done.add(1));
        mailbox.executeHere(() -> done.add(2));
        work();
        assertEquals(List.of(1, 2), done);
    }

    @Test
    void asks_for_a_thread_once_however_many_tasks_wait() {
        IntStream.range(0, 10).forEach(i -> mailbox.execute(() -> done.add(i)));
        assertEquals(1, work.size());
    }

    @Test
    void runs_what_a_task_adds_after_that_task() {
        Mailbox inline = new Mailbox(Runnable::run);
        inline.execute(() -> {
            inline.execute(() -> done.add(2));
            done.add(1);
        });
        assertEquals(List.of(1, 2), done);
    }

    @Test
    void goes_on_after_a_task_that_fails() {
        mailbox.execute(() -> {
            throw new IllegalStateException("Expected by this test.");
        });
        mailbox.execute(() -> done.add(1));
        work();
        mailbox.execute(() -> done.add(2));
        work();
        assertEquals(List.of(1, 2), done);
    }

    @Test
    void goes_on_after_an_error_too() {
        mailbox.execute(() -> {
            throw new StackOverflowError("Expected by this test.");
        });
        mailbox.execute(() -> done.add(1));
        work();
        assertEquals(List.of(1), done);
    }

    @Test
    void gives_others_a_turn_after_32_tasks() {
        IntStream.range(0, 40).forEach(i -> mailbox.execute(() -> done.add(i)));
        work.add(() -> done.add(-1));
        work();
        assertEquals(32, done.indexOf(-1));
        assertEquals(41, done.size());
    }

    @Test
    void runs_one_task_at_a_time_on_many_threads_and_keeps_the_order_of_each_sender() throws InterruptedException {
        int senders = 4;
        int each = 2_000;
        Executor threads = task -> new Thread(task).start();
        Mailbox shared = new Mailbox(threads);
        AtomicBoolean inside = new AtomicBoolean();
        AtomicBoolean overlapped = new AtomicBoolean();
        int[] last = {-1, -1, -1, -1};
        CountDownLatch finished = new CountDownLatch(senders * each);
        for (int sender = 0; sender < senders; sender++) {
            int me = sender;
            threads.execute(() -> IntStream.range(0, each).forEach(i -> shared.execute(() -> {
                overlapped.compareAndSet(false, !inside.compareAndSet(false, true) || last[me] != i - 1);
                last[me] = i;
                inside.set(false);
                finished.countDown();
            })));
        }
        assertTrue(finished.await(30, TimeUnit.SECONDS));
        assertFalse(overlapped.get());
    }

    private void work() {
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }
}
