package id.aglis.portal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CourierTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final RecordingBus bus = new RecordingBus();
    private final List<Long> pauses = new ArrayList<>();
    private final Courier courier = new Courier(bus, threads::add, pauses::add);

    @Test
    void brings_everything_that_waits_in_one_message() {
        say("a");
        say("b");
        assertEquals(1, threads.size());
        threads.remove().run();
        say("c");
        threads.remove().run();
        assertEquals(List.of("a", "b", "c"), heard);
        assertEquals(2, bus.messages);
    }

    @Test
    void waits_the_longer_for_more_the_more_has_come_but_never_longer_than_20_ms() {
        for (int parts : new int[] {1, 6, 1_000}) {
            for (int i = 0; i < parts; i++) {
                say("a");
            }
            threads.remove().run();
        }
        assertEquals(List.of(4_000_000L, 9_000_000L, 20_000_000L), pauses);
    }

    @Test
    void goes_on_after_a_message_that_the_bus_did_not_take() {
        bus.failing = true;
        say("a");
        threads.remove().run();
        bus.failing = false;
        say("b");
        threads.remove().run();
        assertEquals(List.of("b"), heard);
    }

    @Test
    void drops_what_would_fill_the_memory_and_has_room_again_later() {
        for (int i = 0; i < 20; i++) {
            courier.take(BusMessage.volatileContent(new byte[1_000_000]));
        }
        threads.remove().run();
        assertEquals(15, heard.size());
        say("later");
        threads.remove().run();
        assertEquals("later", heard.get(15));
    }

    @Test
    void reads_no_message_that_is_broken_or_of_another_version() {
        byte[] good = BusMessage.of(List.of(BusMessage.volatileContent(new byte[10])));
        byte[] newer = good.clone();
        newer[0]++;
        assertThrows(IllegalArgumentException.class, () -> BusMessage.tell(newer, follower()));
        for (int length = 2; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThrows(IllegalArgumentException.class, () -> BusMessage.tell(cut, follower()));
        }
    }

    private void say(String text) {
        courier.take(BusMessage.volatileContent(text.getBytes(StandardCharsets.UTF_8)));
    }

    private BroadcastLog.Follower follower() {
        return new BroadcastLog.Follower(entries -> { }, content -> heard.add(new String(content, StandardCharsets.UTF_8)));
    }

    private final class RecordingBus implements Bus {

        private int messages;
        private boolean failing;

        @Override
        public void publish(byte[] message) {
            if (failing) {
                throw new IllegalStateException("Expected by this test.");
            }
            messages++;
            BusMessage.tell(message, follower());
        }

        @Override
        public void listen(Consumer<byte[]> listener) {
            throw new UnsupportedOperationException();
        }
    }
}
