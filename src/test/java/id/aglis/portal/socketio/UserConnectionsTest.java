package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserConnectionsTest {

    private final Portal portal = new Portal();
    private final UserConnections users = new UserConnections(2);

    @BeforeEach
    void enter() {
        for (int i = 0; i < 20; i++) {
            portal.enter();
        }
    }

    @Test
    void admits_as_many_of_each_user_as_allowed() {
        assertTrue(users.enter(portal.socket(0), "ann"));
        assertTrue(users.enter(portal.socket(1), "ann"));
        assertFalse(users.enter(portal.socket(2), "ann"));
        assertTrue(users.enter(portal.socket(3), "bob"));
    }

    @Test
    void admits_another_when_one_has_left() {
        users.enter(portal.socket(0), "ann");
        users.enter(portal.socket(1), "ann");
        users.exit(portal.socket(0));
        users.exit(portal.socket(0));
        assertTrue(users.enter(portal.socket(2), "ann"));
        assertFalse(users.enter(portal.socket(3), "ann"));
    }

    @Test
    void counts_a_socket_once_whoever_it_claims_to_be() {
        users.enter(portal.socket(0), "ann");
        assertTrue(users.enter(portal.socket(0), "ann"));
        assertTrue(users.enter(portal.socket(1), "ann"));
        assertTrue(users.enter(portal.socket(1), "bob"));
        assertTrue(users.enter(portal.socket(2), "ann"));
    }

    @Test
    void admits_no_more_when_all_come_at_once() throws InterruptedException {
        AtomicInteger admitted = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        Thread[] threads = new Thread[20];
        for (int i = 0; i < threads.length; i++) {
            Socket socket = portal.socket(i);
            threads[i] = new Thread(() -> {
                await(start);
                admitted.addAndGet(users.enter(socket, "ann") ? 1 : 0);
            });
            threads[i].start();
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(2, admitted.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
