package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionUpgradeTest extends PolledSession {

    private final RecordingLink socket = RecordingLink.socket();

    @Test
    void answers_the_probe_and_releases_the_pending_poll() {
        RecordingLink pending = poll();
        probe();
        assertEquals(List.of("3probe"), socket.written());
        assertEquals(List.of("6"), pending.written());
    }

    @Test
    void writes_nothing_to_the_websocket_before_the_confirmation_and_then_everything_in_order() {
        probe();
        session.send(Message.of("a"));
        session.send(Message.of("b"));
        assertEquals(List.of("3probe"), socket.written());
        session.frame(socket, "5");
        session.send(Message.of("c"));
        assertEquals(List.of("3probe", "4a\u001e4b", "4c"), socket.written());
    }

    @Test
    void hears_the_websocket_once_confirmed_and_polls_no_more() {
        probe();
        session.frame(socket, "5");
        session.frame(socket, "4a");
        session.frame(socket, new byte[] {1, 2, 3});
        assertEquals(List.of("opened", "a", "binary AQID"), listener.told());
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), poll().end());
        assertEquals(LinkEnd.BAD_REQUEST, push("4b"));
        assertEquals(List.of("opened", "a", "binary AQID"), listener.told());
    }

    @Test
    void holds_a_poll_that_comes_after_the_probe_and_refuses_it_upon_confirmation() {
        probe();
        RecordingLink held = poll();
        assertEquals(List.of(), held.written());
        engine.pass(50);
        session.frame(socket, "5");
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), held.end());
        engine.pass(400);
        assertEquals(List.of(), held.written());
    }

    @Test
    void releases_a_held_poll_when_no_confirmation_comes() {
        probe();
        RecordingLink held = poll();
        engine.pass(240);
        assertEquals(List.of(), held.written());
        engine.pass(40);
        assertEquals(List.of("6"), held.written());
        session.frame(socket, "5");
        session.send(Message.of("a"));
        assertEquals(List.of("3probe", "4a"), socket.written());
    }

    @Test
    void ends_upon_a_second_poll_while_one_is_held() {
        probe();
        poll();
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), poll().end());
        assertEquals(List.of("opened", "transport error"), listener.told());
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), socket.end());
    }

    @Test
    void ends_when_the_held_poll_breaks() {
        probe();
        session.lost(poll(), CloseReason.TRANSPORT_CLOSE);
        assertEquals(List.of("opened", "transport close"), listener.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3probe", "5", "4a", "", "2probes"})
    void gives_up_a_websocket_that_does_not_begin_with_the_probe(String frame) {
        RecordingLink pending = poll();
        session.upgrade(socket);
        session.frame(socket, frame);
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), socket.end());
        session.send(Message.of("still here"));
        assertEquals(List.of("4still here"), pending.written());
    }

    @Test
    void gives_up_a_websocket_that_sends_something_else_after_the_probe_and_goes_on_polling() {
        probe();
        RecordingLink held = poll();
        session.frame(socket, "4a");
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), socket.end());
        session.send(Message.of("b"));
        assertEquals(List.of("4b"), held.written());
        assertEquals(List.of("opened"), listener.told());
    }

    @Test
    void gives_up_a_websocket_that_takes_too_long_or_breaks() {
        probe();
        engine.pass(10_050);
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), socket.end());
        RecordingLink second = RecordingLink.socket();
        session.upgrade(second);
        session.lost(second, CloseReason.TRANSPORT_CLOSE);
        session.send(Message.of("a"));
        assertEquals(List.of("4a"), poll().written());
    }

    @Test
    void does_not_give_up_a_websocket_after_its_confirmation() {
        probe();
        session.frame(socket, "5");
        engine.pass(10_050);
        assertEquals(Optional.empty(), socket.end());
    }

    @Test
    void closes_a_second_websocket_while_upgrading_and_after() {
        probe();
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), secondSocket().end());
        session.frame(socket, "5");
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), secondSocket().end());
        assertEquals(Optional.empty(), socket.end());
    }

    @Test
    void still_takes_posts_between_probe_and_confirmation() {
        probe();
        assertEquals(LinkEnd.OK, push("4a"));
        assertEquals(List.of("opened", "a"), listener.told());
    }

    @Test
    void releases_the_held_poll_when_the_client_closes() {
        probe();
        RecordingLink held = poll();
        push("1");
        assertEquals(List.of("6"), held.written());
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), socket.end());
        assertEquals(List.of("opened", "transport close"), listener.told());
    }

    @Test
    void answers_the_held_poll_when_the_application_closes() {
        probe();
        RecordingLink held = poll();
        session.close();
        assertEquals(1, held.written().size());
        assertEquals(List.of("opened", "forced close"), listener.told());
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), socket.end());
    }

    @Test
    void ends_with_the_websocket_it_was_upgraded_to() {
        probe();
        session.frame(socket, "5");
        session.lost(socket, CloseReason.TRANSPORT_CLOSE);
        assertEquals(List.of("opened", "transport close"), listener.told());
    }

    private void probe() {
        session.upgrade(socket);
        session.frame(socket, "2probe");
    }

    private RecordingLink secondSocket() {
        RecordingLink second = RecordingLink.socket();
        session.upgrade(second);
        return second;
    }
}
