package id.aglis.portal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.aglis.portal.Refusal;
import id.aglis.portal.socketio.Ack;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalAcksTest {

    private final List<Object> answers = new ArrayList<>();

    @Test
    void answer_with_the_sentence_of_a_refusal() throws Exception {
        handle(Refusal.forbidden("Ticket 42 is not yours."));
        assertEquals(List.of(Map.of("ok", false, "message", "Ticket 42 is not yours.")), answers);
    }

    @Test
    void say_when_to_try_again_while_the_database_is_away() throws Exception {
        handle(new IllegalStateException(new SQLException("terminating connection due to administrator command", "57P01")));
        assertEquals(List.of(Map.of("ok", false, "message", "The portal cannot reach its data at the moment. Please try again shortly.",
                "retryAfter", 5L)), answers);
    }

    @Test
    void leave_our_own_bugs_to_others() {
        IllegalStateException bug = new IllegalStateException("A bug.");
        assertEquals(bug, assertThrows(IllegalStateException.class, () -> handle(bug)));
        assertEquals(List.of(), answers);
    }

    private void handle(RuntimeException failure) throws Exception {
        Ack ack = new Ack() {
            @Override
            public void send(Object... arguments) {
                answers.addAll(List.of(arguments));
            }

            @Override
            public boolean wanted() {
                return true;
            }
        };
        RefusalAcks.around((arguments, answer) -> {
            throw failure;
        }).handle(null, ack);
    }
}
