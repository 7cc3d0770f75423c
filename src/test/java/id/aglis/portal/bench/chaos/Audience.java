package id.aglis.portal.bench.chaos;

import id.aglis.portal.bench.EventLoop;
import id.aglis.portal.bench.Target;
import id.aglis.portal.bench.Transport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** All subscribers. Everything but {@link #away} and {@link #lastBack} belongs to the thread of their event loop. */
final class Audience {

    private static final int IN_FLIGHT = 64;
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final LoopClock clock;
    private final Target target;
    private final String token;
    private final Tally tally;
    private final List<Subscriber> all = new ArrayList<>();
    private final Queue<Subscriber> outside = new ArrayDeque<>();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private volatile int away;
    private volatile long lastBack;

    /** @param token shown by all of them */
    Audience(LoopClock clock, Target target, String token, Tally tally) {
        this.clock = clock;
        this.target = target;
        this.token = token;
        this.tally = tally;
    }

    /** Lets them in, a few at a time; the result completes when all are connected. */
    CompletableFuture<Void> open(Map<Transport, Integer> counts, int lanes) {
        counts.forEach((transport, count) -> {
            for (int i = 0; i < count; i++) {
                all.add(new Subscriber(this, transport, lanes));
            }
        });
        away = all.size();
        outside.addAll(all);
        for (int i = 0; i < IN_FLIGHT; i++) {
            openNext();
        }
        clock.every(LOOK_NANOS, () -> all.forEach(subscriber -> subscriber.look(System.nanoTime())));
        return complete;
    }

    private void openNext() {
        if (!outside.isEmpty()) {
            outside.remove().connect();
        }
    }

    void back(boolean first, boolean recovered, long awayNanos, long attemptsNanos) {
        away--;
        lastBack = System.nanoTime();
        if (first) {
            openNext();
        } else {
            tally.back(recovered, awayNanos, attemptsNanos);
        }
        if (away == 0) {
            complete.complete(null);
        }
    }

    void left() {
        away++;
    }

    /** How many are not connected now. */
    int away() {
        return away;
    }

    /** When the last one came (back), in nanoseconds of {@link System#nanoTime}. */
    long lastBack() {
        return lastBack;
    }

    boolean isUpTo(long[] published) {
        return all.stream().allMatch(subscriber -> subscriber.hearing().isUpTo(published));
    }

    /** Counts as lost what has not been heard. */
    void settle(long[] published) {
        all.forEach(subscriber -> tally.lost(subscriber.hearing().lost(published)));
    }

    EventLoop loop() {
        return clock.loop();
    }

    LoopClock clock() {
        return clock;
    }

    Target target() {
        return target;
    }

    String token() {
        return token;
    }

    Tally tally() {
        return tally;
    }
}
