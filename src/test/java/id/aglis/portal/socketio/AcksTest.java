package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AcksTest {

    private final Acks acks = new Acks();

    @Test
    void gives_each_answer_to_the_one_who_asked() {
        CompletableFuture<Arguments> one = acks.expect(1);
        CompletableFuture<Arguments> two = acks.expect(2);
        acks.answered(2, new Arguments(List.of("b")));
        assertEquals("b", two.join().text(0));
        assertFalse(one.isDone());
    }

    @Test
    void takes_the_first_answer_only_and_none_that_nobody_asked_for() {
        CompletableFuture<Arguments> one = acks.expect(1);
        acks.answered(1, new Arguments(List.of("first")));
        acks.answered(1, new Arguments(List.of("second")));
        acks.answered(9, new Arguments(List.of()));
        assertEquals("first", one.join().text(0));
    }

    @Test
    void leaves_open_what_was_forgotten() {
        CompletableFuture<Arguments> one = acks.expect(1);
        acks.forget(1);
        acks.answered(1, new Arguments(List.of()));
        assertFalse(one.isDone());
    }

    @Test
    void fails_what_is_open_and_what_is_asked_later_when_the_socket_leaves() {
        CompletableFuture<Arguments> one = acks.expect(1);
        acks.close();
        assertThrows(CancellationException.class, one::join);
        assertThrows(CancellationException.class, () -> acks.expect(2).join());
    }
}
