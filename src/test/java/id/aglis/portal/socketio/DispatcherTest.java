package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.engineio.Message;
import id.aglis.portal.engineio.TestEngine.TestClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private final Portal portal = new Portal();
    private final TestClient client = portal.enter();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<String> applied = new ArrayList<>();
    private final Dispatcher dispatcher = new Dispatcher(work::add, this::apply);
    private final int written = client.writes();

    @Test
    void writes_once_to_a_connection_for_all_that_waits() {
        deliver("a", "b", "c");
        assertEquals(1, work.size());
        work.remove().run();
        assertEquals(List.of("a", "b", "c"), applied);
        assertEquals(List.of("4a", "4b", "4c"), client.received());
        assertEquals(1, client.writes() - written);
    }

    @Test
    void lets_nobody_wait_for_more_than_256_operations() {
        deliver(IntStream.range(0, 300).mapToObj(Integer::toString).toArray(String[]::new));
        work.remove().run();
        assertEquals(300, client.received().size());
        assertEquals(2, client.writes() - written);
    }

    @Test
    void delivers_what_comes_while_it_is_at_work_afterwards() {
        deliver("again", "b");
        work.remove().run();
        assertEquals(List.of("again", "b", "late"), applied);
        assertEquals(0, work.size());
        deliver("c");
        work.remove().run();
        assertEquals("c", applied.get(3));
    }

    @Test
    void goes_on_after_an_operation_that_failed() {
        deliver("fail", "b");
        work.remove().run();
        assertEquals(List.of("4b"), client.received());
    }

    private void deliver(String... names) {
        for (String name : names) {
            dispatcher.deliver(new RoomOp.Leave("/", Selection.ALL, Set.of(name)));
        }
    }

    private void apply(Dispatcher.Delivery delivery) {
        String name = ((RoomOp.Leave) delivery.op()).rooms().iterator().next();
        if (name.equals("fail")) {
            throw new IllegalStateException("Expected by this test.");
        }
        if (name.equals("again")) {
            deliver("late");
        }
        applied.add(name);
        portal.socket(0).client().session().offer(Message.of(name));
        delivery.touch().accept(portal.socket(0).client());
    }
}
