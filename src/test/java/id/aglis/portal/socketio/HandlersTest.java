package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.engineio.TestEngine.TestClient;
import id.aglis.portal.engineio.Workers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Handlers on real threads. */
class HandlersTest {

    private final Portal portal = new Portal(new Workers(HandlersTest::start, 4));
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch blocked = new CountDownLatch(1);
    private final List<Object> handled = new CopyOnWriteArrayList<>();

    @Test
    void that_are_slow_hold_back_nobody_but_their_own_client() throws InterruptedException {
        CountDownLatch quick = new CountDownLatch(1);
        CountDownLatch after = new CountDownLatch(1);
        portal.root().onConnection(socket -> {
            socket.on("slow", (arguments, ack) -> {
                blocked.countDown();
                await(release);
                handled.add("slow");
            });
            socket.on("quick", (arguments, ack) -> quick.countDown());
            socket.on("after", (arguments, ack) -> {
                handled.add("after");
                after.countDown();
            });
        });
        TestClient slow = enter();
        slow.send("2[\"slow\"]");
        slow.send("2[\"after\"]");
        await(blocked);
        enter().send("2[\"quick\"]");
        await(quick);
        assertEquals(List.of(), handled);
        release.countDown();
        await(after);
        assertEquals(List.of("slow", "after"), handled);
    }

    @Test
    void of_one_client_run_one_at_a_time_in_the_order_of_the_wire() throws InterruptedException {
        AtomicBoolean inside = new AtomicBoolean();
        AtomicBoolean overlapped = new AtomicBoolean();
        CountDownLatch done = new CountDownLatch(500);
        portal.root().onConnection(socket -> socket.on("n", (arguments, ack) -> {
            overlapped.compareAndSet(false, !inside.compareAndSet(false, true));
            handled.add(arguments.get(0));
            inside.set(false);
            done.countDown();
        }));
        TestClient client = enter();
        IntStream.range(0, 500).forEach(i -> client.send("2[\"n\"," + i + "]"));
        await(done);
        assertFalse(overlapped.get());
        assertEquals(IntStream.range(0, 500).mapToObj(i -> (Object) (long) i).toList(), handled);
    }

    private TestClient enter() {
        TestClient client = portal.connect();
        client.send("0");
        return client;
    }

    private static void start(Runnable worker) {
        Thread thread = new Thread(worker, "worker under test");
        thread.setDaemon(true);
        thread.start();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(5, TimeUnit.SECONDS));
    }
}
