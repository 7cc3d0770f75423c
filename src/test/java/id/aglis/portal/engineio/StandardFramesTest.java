package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardFramesTest {

    private final List<Object> sent = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private SendHandler pending;
    private boolean slow;

    @Test
    void sends_any_number_of_messages_that_are_taken_at_once() {
        Message[] many = IntStream.range(0, 20_000).mapToObj(i -> Message.of("x")).toArray(Message[]::new);
        assertTrue(frames(many).send());
        assertEquals(20_000, sent.size());
        assertEquals(List.of(), told);
    }

    @Test
    void sends_one_at_a_time_and_tells_when_all_are_taken() {
        slow = true;
        assertFalse(frames(Message.of("a"), Message.of(new byte[] {1}), Message.of("b")).send());
        assertEquals(1, sent.size());
        pending.onResult(new SendResult());
        assertEquals(2, sent.size());
        assertEquals(List.of(), told);
        pending.onResult(new SendResult());
        pending.onResult(new SendResult());
        assertEquals(3, sent.size());
        assertEquals("4b", sent.get(2));
        assertEquals(List.of("taken"), told);
    }

    @Test
    void goes_no_further_when_the_connection_breaks() {
        slow = true;
        frames(Message.of("a"), Message.of("b")).send();
        pending.onResult(new SendResult(new IOException("Broken pipe")));
        assertEquals(List.of("4a"), sent);
        assertEquals(List.of("taken"), told);
    }

    @Test
    void goes_no_further_when_the_socket_was_closed_meanwhile() {
        slow = true;
        frames(Message.of("a"), Message.of("b")).send();
        SendHandler first = pending;
        pending = null;
        sent.clear();
        sent.add(new IllegalStateException("closed"));
        first.onResult(new SendResult());
        assertEquals(List.of("taken"), told);
    }

    private StandardFrames frames(Message... messages) {
        return new StandardFrames(remote(), new Batch(List.of(messages)), false, () -> told.add("taken"));
    }

    private RemoteEndpoint.Async remote() {
        return (RemoteEndpoint.Async) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {RemoteEndpoint.Async.class},
                (proxy, called, arguments) -> take(arguments[0], (SendHandler) arguments[1]));
    }

    private Object take(Object part, SendHandler handler) {
        if (!sent.isEmpty() && sent.get(0) instanceof IllegalStateException closed) {
            throw closed;
        }
        sent.add(part);
        pending = handler;
        if (!slow) {
            handler.onResult(new SendResult());
        }
        return null;
    }
}
