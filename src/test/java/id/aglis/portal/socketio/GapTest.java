package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.cluster.BroadcastLog;
import id.aglis.portal.cluster.InMemoryBroadcastLog;
import id.aglis.portal.cluster.InMemoryRecords;
import id.aglis.portal.cluster.InstanceId;
import id.aglis.portal.cluster.LogConfig;
import id.aglis.portal.cluster.Records;
import id.aglis.portal.cluster.RecordsConfig;
import id.aglis.portal.engineio.TestEngine.TestClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An instance that hears nothing of the others for longer than the log remembers. */
class GapTest {

    private static final LogConfig KEPT = new LogConfig(20, Duration.ofMinutes(30), 1);

    private final InMemoryBroadcastLog log = new InMemoryBroadcastLog(KEPT.capacity());
    private final Records records = new InMemoryRecords(new RecordsConfig(100, Duration.ofHours(1), 1));
    private final Portal here = new Portal("here", log, recovery());
    private final Portal there = new Portal("there", log, recovery());

    private Recovery recovery() {
        return new Recovery(new RecoveryConfig(50, 10_000, 1_000_000, Duration.ofSeconds(10), KEPT), records, Runnable::run);
    }

    @Test
    void lets_nobody_hear_what_comes_behind_a_gap_before_he_has_been_told_of_it() {
        Visitor visitor = new Visitor(here, "");
        here.withoutWorkers(() -> {
            miss(30);
            here.pass(1_000);
            there.root().all().emit("behind");
        });
        assertTrue(visitor.client.isEnded());
        assertEquals(List.of(), visitor.read());
        assertFalse(visitor.comesBackTo(there).isRecoveredFrom(visitor));
    }

    @Test
    void tells_who_comes_back_while_it_is_noticed() {
        Visitor visitor = new Visitor(there, "");
        visitor.client.vanish();
        miss(30);
        TestClient client = here.connect();
        here.server().dispatcher().inTurn(touch -> {
            client.send("0{\"pid\":\"" + visitor.pid + "\"}");
            here.pass(1_000);
        });
        assertTrue(client.isEnded());
        assertEquals(List.of(), client.received().stream().filter(packet -> packet.startsWith("42")).toList());
    }

    private void miss(int broadcasts) {
        InstanceId deaf = new InstanceId("here", Instant.EPOCH);
        log.follow(deaf, new BroadcastLog.Follower(entries -> { }, content -> { }));
        for (int i = 0; i < broadcasts; i++) {
            there.root().all().emit("missed", i);
        }
    }
}
