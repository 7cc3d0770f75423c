package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.cluster.InMemoryBroadcastLog;
import id.aglis.portal.cluster.InMemoryRecords;
import id.aglis.portal.cluster.LogConfig;
import id.aglis.portal.cluster.Records;
import id.aglis.portal.cluster.RecordsConfig;
import id.aglis.portal.engineio.TestEngine.TestClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Clients that come back, to the instance they had or to another one. */
class RecoveryTest {

    private static final LogConfig KEPT = new LogConfig(20, Duration.ofMinutes(30), 1);

    private final InMemoryBroadcastLog log = new InMemoryBroadcastLog(KEPT.capacity());
    private final Records records = new InMemoryRecords(new RecordsConfig(100, Duration.ofHours(1), 1));
    private final Portal here = new Portal("here", log, recovery());
    private final Portal there = new Portal("there", log, recovery());

    private Recovery recovery() {
        return new Recovery(new RecoveryConfig(5, 10_000, 1_000_000, Duration.ofSeconds(10), KEPT), records, Runnable::run);
    }

    @Test
    void brings_back_to_another_instance_with_the_same_ids_and_the_rooms_and_what_was_missed_first() {
        Visitor visitor = new Visitor(here, "");
        here.socket(0).join("room");
        here.root().to("room").emit("one");
        here.root().to("room").emit("two", 2);
        visitor.read();
        assertEquals(List.of("42[\"one\",\"@0\"]", "42[\"two\",2,\"@1\"]"), visitor.read);
        visitor.client.vanish();
        here.root().to("room").emit("three");
        here.root().to("elsewhere").emit("not for it");
        there.root().all().emit("four", new byte[] {7});
        Visitor back = visitor.comesBackTo(there);
        assertEquals(3, back.read.size());
        assertEquals("42[\"three\",\"@2\"]", back.read.get(0));
        assertTrue(back.read.get(1).startsWith("451-[\"four\",{") && back.read.get(1).endsWith("},\"@4\"]"), back.read.get(1));
        assertEquals("bBw==", back.read.get(2));
        assertTrue(back.isRecoveredFrom(visitor));
        assertTrue(there.socket(0).recovered());
        here.root().to("room").emit("five");
        assertEquals(List.of("42[\"five\",\"@5\"]"), back.read());
    }

    @Test
    void brings_back_who_had_received_nothing() {
        here.root().all().emit("before");
        Visitor visitor = new Visitor(here, "");
        visitor.client.vanish();
        here.root().all().emit("missed");
        Visitor back = visitor.comesBackTo(there);
        assertEquals(List.of("42[\"missed\",\"@1\"]"), back.read);
        assertTrue(back.isRecoveredFrom(visitor));
    }

    @Test
    void repeats_nothing_after_a_second_loss() {
        Visitor visitor = new Visitor(here, "");
        visitor.client.vanish();
        here.root().all().emit("one");
        Visitor second = visitor.comesBackTo(there);
        second.client.vanish();
        here.root().all().emit("two");
        Visitor third = second.comesBackTo(here);
        assertEquals(List.of("42[\"two\",\"@1\"]"), third.read);
        assertTrue(third.isRecoveredFrom(visitor));
    }

    @Test
    void leaves_out_what_was_said_in_a_room_before_it_was_joined_or_after_it_was_left_from_outside() {
        Visitor visitor = new Visitor(here, "");
        here.root().to("room").emit("too early");
        here.socket(0).join("room", "lost");
        visitor.client.vanish();
        here.root().to("room", "lost").emit("missed");
        here.root().to("room").leave("lost");
        here.root().to("lost").emit("out of it");
        here.root().to("room").join("new");
        here.root().to("new").emit("let in");
        here.root().except("room").emit("excluded");
        Visitor back = visitor.comesBackTo(there);
        assertEquals(List.of("42[\"missed\",\"@1\"]", "42[\"let in\",\"@5\"]"), back.read);
        assertEquals(Set.of("room", "new"), there.socket(0).rooms());
    }

    @Test
    void begins_afresh_for_somebody_else() {
        there.root().use(socket -> socket.identify(socket.handshake().auth().get("user").toString()));
        here.root().use(socket -> socket.identify(socket.handshake().auth().get("user").toString()));
        Visitor ann = new Visitor(here, "\"user\":\"ann\"");
        ann.client.vanish();
        here.root().all().emit("for ann");
        Visitor bob = ann.comesBackTo(there, "\"user\":\"bob\"");
        assertFalse(bob.isRecoveredFrom(ann));
        assertNotEquals(ann.sid, bob.sid);
        assertEquals(List.of(), bob.read);
        assertTrue(ann.comesBackTo(here, "\"user\":\"ann\"").isRecoveredFrom(ann));
    }

    @Test
    void refuses_whom_admission_refuses_and_lets_him_try_again() {
        Visitor visitor = new Visitor(here, "");
        visitor.client.vanish();
        boolean[] open = {false};
        there.root().use(socket -> {
            if (!open[0]) {
                throw new ConnectRefused("Unauthorized");
            }
        });
        TestClient refused = there.connect();
        refused.send("0{\"pid\":\"" + visitor.pid + "\"}");
        assertEquals(List.of("44{\"message\":\"Unauthorized\"}"), refused.received());
        open[0] = true;
        refused.send("0{\"pid\":\"" + visitor.pid + "\"}");
        assertTrue(refused.received().get(0).contains(visitor.pid));
    }

    @Test
    void lets_him_come_again_about_whom_nothing_could_be_decided() {
        Visitor visitor = new Visitor(here, "");
        visitor.client.vanish();
        boolean[] able = {false};
        there.root().use(socket -> {
            if (!able[0]) {
                throw new IllegalStateException("Expected by this test.");
            }
        });
        TestClient client = there.connect();
        client.send("0{\"pid\":\"" + visitor.pid + "\"}");
        assertEquals(List.of(), client.received());
        assertTrue(client.isEnded());
        able[0] = true;
        assertTrue(visitor.comesBackTo(there).isRecoveredFrom(visitor));
    }

    @Test
    void takes_it_out_of_rooms_that_are_closed_to_it_before_it_hears_anything() {
        there.root().onRecovery(socket -> socket.leave("closed"));
        Visitor visitor = new Visitor(here, "");
        here.socket(0).join("closed", "open");
        visitor.client.vanish();
        here.root().to("closed").emit("secret");
        here.root().to("open").emit("public");
        Visitor back = visitor.comesBackTo(there);
        assertEquals(List.of("42[\"public\",\"@1\"]"), back.read);
        assertEquals(Set.of("open"), there.socket(0).rooms());
    }

    @Test
    void begins_afresh_when_the_log_no_longer_has_all_that_was_missed() {
        Visitor visitor = new Visitor(here, "");
        visitor.client.vanish();
        Portal young = crowd(25);
        Visitor back = visitor.comesBackTo(young);
        assertFalse(back.isRecoveredFrom(visitor));
        assertFalse(young.socket(0).recovered());
        assertEquals(List.of(), back.read);
    }

    @Test
    void reads_the_log_where_the_instance_itself_does_not_remember() {
        Visitor visitor = new Visitor(here, "");
        here.socket(0).join("room");
        visitor.client.vanish();
        here.root().to("room").emit("missed");
        Portal young = crowd(10);
        assertEquals(List.of("42[\"missed\",\"@0\"]"), visitor.comesBackTo(young).read);
    }

    @Test
    void does_not_repeat_what_is_in_the_log_twice() {
        Visitor visitor = new Visitor(here, "");
        visitor.client.vanish();
        here.root().all().withId("same").emit("once");
        there.root().all().withId("same").emit("once");
        Portal young = new Portal("young", log, recovery());
        assertEquals(List.of("42[\"once\",\"@0\"]"), visitor.comesBackTo(young).read);
    }

    @Test
    void begins_afresh_when_too_much_was_missed() {
        Visitor many = new Visitor(here, "");
        many.client.vanish();
        for (int i = 0; i < 6; i++) {
            here.root().all().emit("e", i);
        }
        assertFalse(many.comesBackTo(there).isRecoveredFrom(many));
        Visitor large = new Visitor(here, "");
        large.client.vanish();
        here.root().all().emit("e", "x".repeat(10_000));
        assertFalse(large.comesBackTo(there).isRecoveredFrom(large));
    }

    @Test
    void remembers_where_an_idle_client_was_when_the_log_has_long_moved_on() {
        Visitor visitor = new Visitor(here, "");
        for (int i = 0; i < 50; i++) {
            here.root().to("others").emit("e", i);
            if (i % 5 == 0) {
                here.pass(25_000);
                visitor.client.pong();
            }
        }
        visitor.client.vanish();
        here.root().all().emit("missed");
        Visitor back = visitor.comesBackTo(there);
        assertEquals(List.of("42[\"missed\",\"@1e\"]"), back.read);
        assertTrue(back.isRecoveredFrom(visitor));
    }

    @Test
    void closes_the_older_connection_without_harm_when_it_is_taken_over() {
        List<String> told = new ArrayList<>();
        Visitor visitor = new Visitor(here, "");
        here.socket(0).join("room");
        here.socket(0).onDisconnect(reason -> told.add(reason.wireName()));
        Visitor second = visitor.comesBackTo(here);
        assertTrue(visitor.client.isEnded());
        assertEquals(List.of("forced close"), told);
        assertEquals(List.of(here.socket(1)), List.copyOf(here.root().sockets()));
        Visitor third = second.comesBackTo(there);
        assertTrue(second.client.isEnded());
        assertTrue(here.root().sockets().isEmpty());
        here.root().to("room").emit("e");
        assertEquals(List.of("42[\"e\",\"@0\"]"), third.read());
        third.client.vanish();
        assertTrue(third.comesBackTo(here).isRecoveredFrom(visitor));
    }

    @Test
    void forgets_who_left() {
        Visitor visitor = new Visitor(here, "");
        visitor.client.send("1");
        assertFalse(visitor.comesBackTo(here).isRecoveredFrom(visitor));
        Visitor sent = new Visitor(here, "");
        here.root().to(sent.sid).disconnect(false);
        assertFalse(sent.comesBackTo(there).isRecoveredFrom(sent));
        Visitor sentLater = new Visitor(here, "");
        sentLater.client.vanish();
        here.root().to(sentLater.sid).disconnect(false);
        assertFalse(sentLater.comesBackTo(there).isRecoveredFrom(sentLater));
    }

    @Test
    void lets_no_other_event_look_like_one_with_an_offset() {
        Visitor visitor = new Visitor(here, "");
        here.socket(0).emit("word", "@5");
        here.socket(0).emitVolatile("bare");
        here.root().asVolatile().emit("volatile", "text");
        here.root().local().emit("local", 1);
        assertEquals(List.of("42[\"word\",\"@5\",null]", "42[\"bare\",null]", "42[\"volatile\",\"text\",null]", "42[\"local\",1]"),
                visitor.read());
    }

    @Test
    void begins_afresh_with_an_offset_that_was_not_made_here() {
        Visitor visitor = new Visitor(here, "");
        for (String offset : List.of("\"hello\"", "7", "\"@\"", "\"@-1\"", "{}")) {
            TestClient client = here.connect();
            client.send("0{\"pid\":\"" + visitor.pid + "\",\"offset\":" + offset + "}");
            assertFalse(client.received().get(0).contains(visitor.pid), offset);
        }
    }

    @Test
    void waits_until_the_instance_has_heard_what_the_client_has() {
        Visitor visitor = new Visitor(here, "");
        visitor.client.vanish();
        TestClient client = there.connect();
        client.send("0{\"pid\":\"" + visitor.pid + "\",\"offset\":\"@1\"}");
        assertEquals(List.of(), client.received());
        here.root().all().emit("had");
        here.root().all().emit("had");
        here.root().all().emit("missed");
        there.pass(100);
        List<String> received = client.received();
        assertEquals("42[\"missed\",\"@2\"]", received.get(0));
        assertTrue(received.get(1).contains(visitor.pid));
    }

    /** An instance that comes up after so many broadcasts to others. */
    private Portal crowd(int broadcasts) {
        for (int i = 0; i < broadcasts; i++) {
            here.root().to("others").emit("e", i);
        }
        return new Portal("young", log, recovery());
    }
}
