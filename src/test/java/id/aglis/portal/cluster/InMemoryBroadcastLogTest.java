package id.aglis.portal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InMemoryBroadcastLogTest extends BroadcastLogContract {

    @Override
    BroadcastLog create(int capacity) {
        return new InMemoryBroadcastLog(capacity);
    }

    /** A follower waits for a lock of its own, which another thread holds that asks the log. */
    @Test
    void can_be_asked_while_it_tells_its_followers() {
        try (BroadcastLog log = create(10)) {
            List<Long> tails = new ArrayList<>();
            log.follow(new InstanceId("here", Instant.EPOCH), new BroadcastLog.Follower(
                    entries -> tails.add(CompletableFuture.supplyAsync(log::tail).orTimeout(5, TimeUnit.SECONDS).join()), content -> { }));
            log.append(List.of(new LogDraft("here", 0, "event", new byte[0])));
            assertEquals(List.of(0L), tails);
        }
    }
}
