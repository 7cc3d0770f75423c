package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest extends PolledSession {

    private static final long INTERVAL = 25_000;
    private static final long TIMEOUT = 20_000;

    @Test
    void tells_the_client_five_things_upon_opening() {
        RecordingLink link = RecordingLink.poll();
        Session opened = engine.open(Transport.POLLING, link);
        assertEquals(List.of("0{\"sid\":\"" + opened.id() + "\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,"
                + "\"pingTimeout\":20000,\"maxPayload\":1000000}"), link.written());
    }

    @Test
    void offers_no_upgrade_to_a_websocket() {
        RecordingLink link = RecordingLink.socket();
        engine.open(Transport.WEBSOCKET, link);
        assertTrue(link.written().get(0).contains("\"upgrades\":[]"));
    }

    @Test
    void answers_a_poll_with_what_waits_or_as_soon_as_something_comes() {
        session.send(Message.of("a"));
        assertEquals(List.of("4a"), poll().written());
        RecordingLink pending = poll();
        assertEquals(List.of(), pending.written());
        session.send(Message.of("b"));
        assertEquals(List.of("4b"), pending.written());
    }

    @Test
    void hands_on_the_packets_of_a_post_in_order_and_then_answers_ok() {
        assertEquals(LinkEnd.OK, push("4a\u001ebAQID\u001e4b"));
        assertEquals(List.of("opened", "a", "binary AQID", "b"), listener.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "4a\u001ex", "b!"})
    void ends_upon_a_packet_that_makes_no_sense(String body) {
        RecordingLink pending = poll();
        assertEquals(LinkEnd.BAD_REQUEST, push(body));
        assertEquals(List.of("1"), pending.written());
        assertEquals(List.of("opened", "parse error"), listener.told());
        assertGone();
    }

    @Test
    void ends_when_the_client_pings() {
        push("2");
        assertEquals(List.of("opened", "transport error"), listener.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "6"})
    void ignores_packets_that_mean_nothing_here(String body) {
        assertEquals(LinkEnd.OK, push(body));
        assertEquals(List.of("opened"), listener.told());
    }

    @Test
    void ends_when_its_receiver_fails() {
        listener.failFromNowOn();
        push("4a\u001e4b");
        assertEquals(List.of("opened", "transport error"), listener.told());
        assertGone();
    }

    @Test
    void ends_upon_a_second_poll_while_one_is_pending() {
        RecordingLink first = poll();
        RecordingLink second = poll();
        assertEquals(List.of("1"), first.written());
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), second.end());
        assertEquals(List.of("opened", "transport error"), listener.told());
    }

    @Test
    void ends_upon_a_second_post_while_one_is_under_way() {
        assertTrue(session.beginPush());
        assertFalse(session.beginPush());
        assertEquals(LinkEnd.UNKNOWN_SESSION, push("4a"));
        assertEquals(List.of("opened", "transport error"), listener.told());
    }

    @Test
    void ends_when_a_pending_poll_breaks() {
        RecordingLink pending = poll();
        session.lost(pending, CloseReason.TRANSPORT_ERROR);
        assertEquals(List.of("opened", "transport error"), listener.told());
    }

    @Test
    void lives_on_when_an_answered_poll_breaks() {
        session.send(Message.of("a"));
        session.lost(poll(), CloseReason.TRANSPORT_ERROR);
        assertEquals(List.of("opened"), listener.told());
    }

    @Test
    void ends_when_the_client_sends_too_much() {
        assertEquals(LinkEnd.TOO_MANY, push("4x" + "\u001e4x".repeat(5_000)));
        assertEquals(List.of("opened", "transport error"), listener.told());
    }

    @Test
    void pings_an_interval_after_the_last_pong() {
        RecordingLink pending = poll();
        engine.pass(INTERVAL - 10);
        assertEquals(List.of(), pending.written());
        engine.pass(30);
        assertEquals(List.of("2"), pending.written());
        push("3");
        RecordingLink next = poll();
        engine.pass(INTERVAL - 40);
        assertEquals(List.of(), next.written());
        engine.pass(60);
        assertEquals(List.of("2"), next.written());
    }

    @Test
    void ends_without_an_answer_to_a_ping() {
        engine.pass(INTERVAL + TIMEOUT + 30);
        assertEquals(List.of("opened", "ping timeout"), listener.told());
        assertGone();
    }

    @Test
    void is_dead_at_the_deadline_exactly_even_when_the_timer_is_late() {
        engine.passUnnoticed(INTERVAL + TIMEOUT);
        assertEquals(Optional.of(LinkEnd.UNKNOWN_SESSION), poll().end());
        assertEquals(List.of("opened", "ping timeout"), listener.told());
    }

    @Test
    void takes_a_pong_a_millisecond_before_the_deadline() {
        engine.passUnnoticed(INTERVAL + TIMEOUT - 1);
        assertEquals(LinkEnd.OK, push("3"));
        engine.passUnnoticed(INTERVAL);
        assertEquals(Optional.empty(), poll().end());
    }

    @Test
    void judges_a_pong_by_when_it_came_and_not_by_when_it_is_handled() {
        engine.holdWork();
        engine.passUnnoticed(INTERVAL + TIMEOUT - 1);
        push("3");
        engine.passUnnoticed(10);
        engine.doWork();
        assertEquals(List.of("opened"), listener.told());
    }

    @Test
    void releases_the_pending_poll_when_the_client_closes() {
        RecordingLink pending = poll();
        assertEquals(LinkEnd.OK, push("1"));
        assertEquals(List.of("6"), pending.written());
        assertEquals(List.of("opened", "transport close"), listener.told());
        assertGone();
    }

    @Test
    void releases_the_poll_that_the_clients_close_has_overtaken_and_no_other() {
        push("1");
        RecordingLink overtaken = poll();
        assertEquals(List.of("6"), overtaken.written());
        assertEquals(Optional.of(LinkEnd.UNKNOWN_SESSION), poll().end());
    }

    @Test
    void ignores_what_follows_a_close_in_the_same_post() {
        push("1\u001e4a");
        assertEquals(List.of("opened", "transport close"), listener.told());
    }

    @Test
    void tells_a_pending_poll_that_the_application_closes() {
        RecordingLink pending = poll();
        session.close();
        assertEquals(List.of("1"), pending.written());
        assertEquals(List.of("opened", "forced close"), listener.told());
        assertGone();
    }

    @Test
    void tells_the_next_poll_that_the_application_closed_after_what_waited() {
        session.send(Message.of("last words"));
        session.close();
        session.close();
        assertEquals(LinkEnd.UNKNOWN_SESSION, push("4a"));
        assertEquals(List.of("4last words\u001e1"), poll().written());
        assertEquals(Optional.of(LinkEnd.UNKNOWN_SESSION), poll().end());
        assertEquals(List.of("opened", "forced close"), listener.told());
    }

    @Test
    void forgets_a_closed_session_whose_client_does_not_poll_again() {
        session.close();
        assertEquals(1, engine.engine().sessions().count());
        engine.pass(30_050);
        assertGone();
    }

    @Test
    void closes_a_websocket_after_what_is_being_written() {
        RecordingLink socket = RecordingLink.socket();
        Session other = engine.open(Transport.WEBSOCKET, socket);
        socket.busy();
        other.send(Message.of("a"));
        other.send(Message.of("b"));
        other.close();
        assertEquals(Optional.empty(), socket.end());
        socket.take();
        assertEquals(List.of("4a", "4b"), socket.written().subList(1, 3));
        assertEquals(Optional.of(LinkEnd.OK), socket.end());
    }

    @Test
    void breaks_off_such_that_the_client_comes_back() {
        RecordingLink socket = RecordingLink.socket();
        engine.open(Transport.WEBSOCKET, socket).breakOff(CloseReason.SERVER_SHUTTING_DOWN);
        assertEquals(Optional.of(LinkEnd.AWAY), socket.end());
        assertEquals("server shutting down", listener.told().get(listener.told().size() - 1));
    }

    @Test
    void ends_when_the_client_does_not_take_what_it_is_sent() {
        RecordingLink socket = RecordingLink.socket();
        Session slow = engine.open(Transport.WEBSOCKET, socket);
        socket.busy();
        slow.send(Message.of("a"));
        engine.pass(10_100);
        assertEquals(Optional.of(LinkEnd.AWAY), socket.end());
    }

    @Test
    void lets_go_of_a_client_that_does_not_take_the_answer_to_its_poll() {
        RecordingLink answer = poll().busy();
        session.send(Message.of("a"));
        engine.pass(9_900);
        assertEquals(Optional.empty(), answer.end());
        engine.pass(200);
        assertEquals(Optional.of(LinkEnd.AWAY), answer.end());
        assertEquals(List.of("opened", "transport close"), listener.told());
    }

    @Test
    void lets_go_of_it_also_when_the_session_has_ended_before() {
        RecordingLink answer = poll().busy();
        session.send(Message.of("a"));
        session.breakOff(CloseReason.FORCED_CLOSE);
        engine.pass(10_100);
        assertEquals(Optional.of(LinkEnd.AWAY), answer.end());
        assertEquals(List.of("opened", "forced close"), listener.told());
    }

    @Test
    void tells_its_end_once_whatever_else_happens() {
        RecordingLink pending = poll();
        session.breakOff(CloseReason.FORCED_CLOSE);
        session.lost(pending, CloseReason.TRANSPORT_CLOSE);
        session.close();
        push("1");
        engine.pass(100_000);
        assertEquals(List.of("opened", "forced close"), listener.told());
    }

    private void assertGone() {
        assertTrue(engine.engine().sessions().find(session.id()).isEmpty());
    }
}
