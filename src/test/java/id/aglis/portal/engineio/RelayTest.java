package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.cluster.LetterBox;
import id.aglis.portal.cluster.LocalLetters;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests and WebSockets come to {@code host}, the session is on {@code owner}. */
class RelayTest {

    private static final String HOST = "host@1";
    private static final String OWNER = "owner@1";
    private static final EngineConfig CONFIG = EngineConfig.defaults().withOwner(OWNER);

    private final RecordingListener listener = new RecordingListener();
    private final TestEngine owning = new TestEngine(CONFIG, listener);
    private final TestEngine hosting = new TestEngine(CONFIG, listener);
    private final Session session = owning.open(Transport.POLLING, RecordingLink.poll());
    private final LocalLetters ownersLetters = new LocalLetters(OWNER);
    private final LocalLetters hostsLetters = ownersLetters.of(HOST);
    private final Relay owner = new Relay(ownersLetters, owning.engine());
    private final Relay host = new Relay(hostsLetters, hosting.engine());

    @Test
    void knows_the_owner_by_the_session_id() {
        assertEquals(Optional.of(OWNER), host.ownerOf(session.id()));
        assertEquals(Optional.empty(), owner.ownerOf(session.id()));
    }

    @Test
    void asks_nobody_about_a_forged_session_id() {
        String forged = session.id().substring(0, 31) + (session.id().endsWith("A") ? "B" : "A");
        assertEquals(Optional.empty(), host.ownerOf(forged));
        assertEquals(0, hostsLetters.sent());
    }

    @Test
    void a_poll_waits_for_what_its_session_says() {
        RecordingLink poll = poll();
        assertEquals(List.of(), poll.written());
        session.send(Message.of("a", List.of(new byte[] {1, 2, 3})));
        assertEquals(List.of("4a\u001ebAQID"), poll.written());
        session.send(Message.of("b"));
        assertEquals(List.of("4b"), poll().written());
    }

    @Test
    void a_poll_is_told_that_its_session_is_unknown() {
        session.breakOff(CloseReason.FORCED_CLOSE);
        assertEquals(Optional.of(LinkEnd.UNKNOWN_SESSION), poll().end());
    }

    @Test
    void two_polls_at_a_time_end_the_session_wherever_they_came_in() {
        RecordingLink here = RecordingLink.poll();
        session.poll(here);
        RecordingLink there = poll();
        assertEquals(List.of("1"), here.written());
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), there.end());
        assertEquals(List.of("opened", "transport error"), listener.told());
    }

    @Test
    void a_post_is_received_and_answered() {
        assertEquals(Optional.of(LinkEnd.OK), push("4a\u001e4b", LinkEnd.OK).end());
        assertEquals(List.of("opened", "a", "b"), listener.told());
    }

    @Test
    void a_post_that_could_not_be_read_ends_the_session() {
        assertEquals(Optional.of(LinkEnd.TOO_SLOW), push("", LinkEnd.TOO_SLOW).end());
        assertEquals(List.of("opened", "transport error"), listener.told());
    }

    @Test
    void two_posts_at_a_time_end_the_session_wherever_they_came_in() {
        RecordingLink first = RecordingLink.poll();
        RelayHost.Relayed begun = host.host().push(OWNER, session.id(), first);
        assertEquals(Optional.of(LinkEnd.BAD_REQUEST), push("4b", LinkEnd.OK).end());
        begun.body("4a", LinkEnd.OK);
        assertEquals(Optional.of(LinkEnd.UNKNOWN_SESSION), first.end());
        assertEquals(List.of("opened", "transport error"), listener.told());
    }

    @Test
    void a_websocket_takes_the_session_over() {
        RecordingLink socket = RecordingLink.socket();
        Incoming relayed = upgraded(socket);
        relayed.frame(socket, "4hello");
        relayed.frame(socket, new byte[] {1, 2, 3});
        session.send(Message.of("there"));
        assertEquals(List.of("opened", "hello", "binary " + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3})), listener.told());
        assertEquals(List.of("3probe", "4there"), socket.written());
    }

    @Test
    void a_websocket_that_is_not_read_gets_one_write_at_a_time() {
        RecordingLink socket = RecordingLink.socket();
        upgraded(socket);
        socket.busy();
        session.send(Message.of("a"));
        session.send(Message.of("b"));
        session.send(Message.of("c"));
        assertEquals(List.of("3probe", "4a"), socket.written());
        socket.take();
        assertEquals(List.of("3probe", "4a", "4b\u001e4c"), socket.written());
    }

    @Test
    void a_client_that_sends_too_much_is_cut_off_where_it_came_in() {
        List<byte[]> received = new ArrayList<>();
        String slow = "slow@1";
        ownersLetters.of(slow).open(new RecordingReader(received));
        RecordingLink socket = RecordingLink.socket();
        Incoming relayed = host.host().upgrade(slow, session.id(), socket);
        byte[] frame = new byte[CONFIG.maxPayload()];
        for (int i = 0; i < 20; i++) {
            relayed.frame(socket, frame);
        }
        assertEquals(Optional.of(LinkEnd.TOO_MANY), socket.end());
        long frames = received.stream().filter(letter -> letter.length > frame.length).count();
        assertEquals(Limits.defaults().bytesPerSecond() * 10 / frame.length, frames);
        assertEquals(CloseReason.TRANSPORT_ERROR, RelayLetter.of(received.get(received.size() - 1)).reason());
    }

    @Test
    void the_body_of_a_post_that_has_been_refused_stays_where_it_came_in() {
        session.breakOff(CloseReason.FORCED_CLOSE);
        RecordingLink post = RecordingLink.poll();
        RelayHost.Relayed relayed = host.host().push(OWNER, session.id(), post);
        long sent = hostsLetters.sent();
        relayed.body("4a", LinkEnd.OK);
        assertEquals(Optional.of(LinkEnd.UNKNOWN_SESSION), post.end());
        assertEquals(sent, hostsLetters.sent());
    }

    @Test
    void a_post_whose_host_is_gone_ends_the_session() {
        host.host().push(OWNER, session.id(), RecordingLink.poll());
        hostsLetters.close();
        assertEquals(List.of("opened", "parse error"), listener.told());
    }

    @Test
    void a_poll_whose_host_is_gone_ends_the_session() {
        poll();
        hostsLetters.close();
        assertEquals(List.of("opened", "transport close"), listener.told());
    }

    @Test
    void an_answer_that_a_host_may_have_taken_with_it_ends_the_session() {
        host.host().poll(OWNER, session.id(), RecordingLink.poll().busy());
        session.send(Message.of("lost"));
        assertEquals(List.of("opened"), listener.told());
        hostsLetters.close();
        assertEquals(List.of("opened", "transport close"), listener.told());
    }

    @Test
    void a_client_that_leaves_while_its_poll_waits_elsewhere_ends_the_session() {
        RecordingLink poll = RecordingLink.poll();
        host.host().poll(OWNER, session.id(), poll).lost(poll, CloseReason.TRANSPORT_CLOSE);
        assertEquals(List.of("opened", "transport close"), listener.told());
    }

    @Test
    void a_websocket_that_breaks_ends_the_session() {
        RecordingLink socket = RecordingLink.socket();
        upgraded(socket).lost(socket, CloseReason.TRANSPORT_ERROR);
        assertEquals(List.of("opened", "transport error"), listener.told());
    }

    @Test
    void a_websocket_ends_with_its_session() {
        RecordingLink socket = RecordingLink.socket();
        upgraded(socket);
        session.close();
        assertEquals(Optional.of(LinkEnd.OK), socket.end());
    }

    @Test
    void everything_that_waits_is_told_when_the_owner_is_gone() {
        RecordingLink poll = poll();
        RecordingLink socket = RecordingLink.socket();
        host.host().upgrade(OWNER, session.id(), socket);
        ownersLetters.close();
        assertEquals(Optional.of(LinkEnd.AWAY), poll.end());
        assertEquals(Optional.of(LinkEnd.AWAY), socket.end());
        assertEquals(Optional.of(LinkEnd.AWAY), poll().end());
    }

    @Test
    void sessions_end_whose_clients_were_on_a_host_that_is_gone() {
        RecordingLink socket = RecordingLink.socket();
        upgraded(socket);
        hostsLetters.close();
        assertEquals(List.of("opened", "transport close"), listener.told());
    }

    @Test
    void a_letter_that_makes_no_sense_stops_nobody() {
        assertTrue(hostsLetters.send(OWNER, new byte[] {9, 9, 9}));
        assertTrue(hostsLetters.send(OWNER, RelayLetter.end(7, LinkEnd.OK).bytes()));
        assertEquals(Optional.of(LinkEnd.OK), push("4a", LinkEnd.OK).end());
    }

    private RecordingLink poll() {
        RecordingLink poll = RecordingLink.poll();
        host.host().poll(OWNER, session.id(), poll);
        return poll;
    }

    private RecordingLink push(String body, LinkEnd end) {
        RecordingLink post = RecordingLink.poll();
        host.host().push(OWNER, session.id(), post).body(body, end);
        return post;
    }

    private Incoming upgraded(RecordingLink socket) {
        Incoming relayed = host.host().upgrade(OWNER, session.id(), socket);
        relayed.frame(socket, "2probe");
        relayed.frame(socket, "5");
        return relayed;
    }

    /** An owner that does not get to what it is sent. */
    private record RecordingReader(List<byte[]> received) implements LetterBox.Reader {

        @Override
        public void letter(String from, byte[] letter) {
            received.add(letter);
        }

        @Override
        public void gone(String instance) {
            // Nothing of it is kept.
        }
    }
}
