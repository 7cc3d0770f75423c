package id.aglis.portal.bench.chaos;

import id.aglis.portal.bench.LoopThread;
import id.aglis.portal.bench.Target;
import id.aglis.portal.bench.Transport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The clients, the broadcasts they hear and the calls that are made meanwhile: all on one thread, asked from another. */
final class Load implements AutoCloseable {

    private static final int LANES = 16;
    /** A poll brings all that its client has missed. */
    private static final int INBOX_BYTES = 2_000_000;
    private static final long OPEN_SECONDS = 120;
    private static final long ANSWER_SECONDS = 30;
    /** How long what is under way may take to arrive before it counts as lost. */
    private static final long ARRIVAL_SECONDS = 30;
    private static final long LOOK_MILLIS = 20;

    private final LoopThread thread = new LoopThread(INBOX_BYTES);
    private final LoopClock clock = new LoopClock(thread.loop());
    private final Tally tally = new Tally();
    private final Audience audience;
    private final Calls calls;
    private final List<Lane> lanes;
    private final long pause;

    /** @param perSecond broadcasts */
    Load(Target target, String token, double perSecond) {
        pause = (long) (LANES * 1e9 / perSecond);
        audience = new Audience(clock, target, token, tally);
        calls = new Calls(clock, target, token, tally);
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        lanes = IntStream.range(0, LANES).mapToObj(lane -> new Lane(clock, target, token, tally, run, lane, pause)).toList();
    }

    /** Returns when all clients are connected. */
    void open(Map<Transport, Integer> clients) throws InterruptedException, TimeoutException {
        CompletableFuture<Void> complete = new CompletableFuture<>();
        clock.loop().execute(() -> audience.open(clients, LANES).thenRun(() -> complete.complete(null)));
        thread.await(complete, OPEN_SECONDS);
    }

    void begin(long ticket) {
        clock.loop().execute(() -> calls.begin(ticket));
        publish();
    }

    private void publish() {
        clock.loop().execute(() -> {
            long now = System.nanoTime();
            lanes.forEach(lane -> lane.start(now + pause * lanes.indexOf(lane) / LANES));
        });
    }

    int away() {
        return audience.away();
    }

    long lastBack() {
        return audience.lastBack();
    }

    /** What everybody met since the last call. Publishing rests meanwhile, until all that was published has arrived or has had its time. */
    Outcome settle() throws InterruptedException, TimeoutException {
        clock.loop().execute(() -> lanes.forEach(Lane::stop));
        await(() -> lanes.stream().noneMatch(Lane::isPublishing) && audience.isUpTo(published()));
        Outcome outcome = ask(() -> {
            audience.settle(published());
            return tally.take();
        });
        publish();
        return outcome;
    }

    private void await(Supplier<Boolean> condition) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + ARRIVAL_SECONDS * 1_000_000_000L;
        while (!ask(condition) && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private long[] published() {
        return lanes.stream().mapToLong(Lane::accepted).toArray();
    }

    private <T> T ask(Supplier<T> question) throws InterruptedException, TimeoutException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        clock.loop().execute(() -> answer.complete(question.get()));
        thread.await(answer.thenAccept(told -> { }), ANSWER_SECONDS);
        return answer.join();
    }

    @Override
    public void close() {
        clock.close();
        thread.close();
    }
}
