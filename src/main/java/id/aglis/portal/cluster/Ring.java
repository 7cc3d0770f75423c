package id.aglis.portal.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.ringbuffer.OverflowPolicy;
import com.hazelcast.ringbuffer.ReadResultSet;
import com.hazelcast.ringbuffer.Ringbuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The ring of one epoch, one partition of the data grid. When all instances that kept it have died, Hazelcast begins it anew without a word;
 * it shows by an index lower than one seen before.
 */
final class Ring {

    /** Longer than a partition moves to another member; a ring that takes longer is as good as away. */
    private static final long PATIENCE_SECONDS = 10;
    /** Hazelcast's own limit of places that are added or read in one step. */
    static final int STEP = 1_000;

    private final long epoch;
    private final Ringbuffer<byte[]> places;
    private final int step;
    private final AtomicLong highest = new AtomicLong(-1);

    Ring(HazelcastInstance hazelcast, String log, long epoch) {
        this.epoch = epoch;
        this.places = Opening.of(() -> hazelcast.getRingbuffer(log + ".ring." + epoch));
        this.step = (int) Math.min(STEP, places.capacity());
    }

    long epoch() {
        return epoch;
    }

    /** @return the last index taken; fails with {@link LostRing} when the ring had begun anew */
    CompletionStage<Long> add(List<byte[]> pieces) {
        long seen = highest.get();
        return places.addAllAsync(pieces, OverflowPolicy.OVERWRITE).thenApplyAsync(last -> {
            checkNotLost(seen, last);
            seen(last);
            return last;
        }, Runnable::run);
    }

    /** At most {@code max} places from {@code index} on, or as many as one step takes; from the oldest on when that is no longer kept. */
    ReadResultSet<byte[]> read(long index, int max) {
        ReadResultSet<byte[]> read = await(places.readManyAsync(index, 0, Math.min(max, step), null));
        if (read.size() == 0) {
            checkNotLost(index - 1, places.tailSequence() + 1);
        }
        return read;
    }

    long tail() {
        return places.tailSequence();
    }

    long head() {
        return places.headSequence();
    }

    /** Somebody has told of an entry with this index. */
    void seen(long index) {
        highest.accumulateAndGet(index, Math::max);
    }

    void destroy() {
        places.destroy();
    }

    private void checkNotLost(long seen, long now) {
        if (now <= seen) {
            throw new LostRing(epoch);
        }
    }

    private static <T> T await(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("The log of the cluster does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the log of the cluster was read.", e);
        }
    }

    /** All instances that kept the ring have died. */
    static final class LostRing extends RuntimeException {

        private final long epoch;

        LostRing(long epoch) {
            super("The ring of epoch " + epoch + " has begun anew.");
            this.epoch = epoch;
        }

        long epoch() {
            return epoch;
        }
    }
}
