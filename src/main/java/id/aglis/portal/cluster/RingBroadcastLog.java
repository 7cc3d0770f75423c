package id.aglis.portal.cluster;

import com.hazelcast.core.HazelcastInstance;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The log of a cluster: a ring of the data grid gives every entry its place and keeps it, and the bus tells the other instances. Everything
 * appended at once is one step on the ring and one message on the bus; followers on this instance are told without either.
 *
 * <p>When the order cannot be continued, since all instances that kept the ring have died or since the cluster had been split, it
 * begins anew in a ring of the next epoch.
 */
final class RingBroadcastLog implements BroadcastLog {

    private static final Logger LOGGER = System.getLogger(RingBroadcastLog.class.getName());

    private final HazelcastInstance hazelcast;
    private final String name;
    private final Bus bus;
    private final Executor worker;
    private final Courier courier;
    private final Epochs epochs;
    private final Members members;
    private final Reunion reunion;
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();
    private volatile Ring ring;

    /**
     * @param name   of the log in the data grid
     * @param worker two threads that may wait
     */
    RingBroadcastLog(HazelcastInstance hazelcast, String name, LogConfig config, Bus bus, Executor worker) {
        this.hazelcast = hazelcast;
        this.name = name;
        this.bus = bus;
        this.worker = worker;
        this.courier = new Courier(bus, worker);
        RingConfig.add(hazelcast, name + ".ring.*", config);
        this.epochs = new Epochs(hazelcast, name);
        this.ring = new Ring(hazelcast, name, epochs.current());
        this.members = new Members(hazelcast, name);
        this.reunion = new Reunion(hazelcast, worker, this::beginAnew);
        bus.listen(this::hear);
    }

    @Override
    public CompletionStage<List<LogEntry>> append(List<LogDraft> drafts) {
        return append(Parcel.of(drafts).iterator(), new ArrayList<>(drafts.size()));
    }

    private CompletionStage<List<LogEntry>> append(Iterator<Parcel> parcels, List<LogEntry> kept) {
        return append(parcels.next()).thenCompose(entries -> {
            kept.addAll(entries);
            return parcels.hasNext() ? append(parcels, kept) : CompletableFuture.completedStage(kept);
        });
    }

    private CompletionStage<List<LogEntry>> append(Parcel parcel) {
        if (reunion.isUnderWay()) {
            return CompletableFuture.failedStage(reunion.refusal());
        }
        Ring present = presentRing();
        return present.add(parcel.places()).handleAsync((last, failure) -> {
            reunion.checkOver();
            if (failure != null) {
                endEpochIfLost(failure);
            }
            return present.epoch() == epochs.current() ? tell(parcel, present, last) : append(parcel);
        }, worker).thenCompose(stage -> stage);
    }

    private CompletionStage<List<LogEntry>> tell(Parcel parcel, Ring ring, long last) {
        List<LogEntry> entries = parcel.endingAt(Position.of(ring.epoch(), last));
        followers.values().forEach(follower -> follower.entries().accept(entries));
        tellOthers(() -> BusMessage.entries(entries.get(0).sequence(), parcel));
        return CompletableFuture.completedStage(entries);
    }

    private void endEpochIfLost(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!(cause instanceof Ring.LostRing lost)) {
            throw new CompletionException(cause);
        }
        endEpoch(lost);
    }

    private void endEpoch(Ring.LostRing lost) {
        LOGGER.log(Level.WARNING, "All instances that kept the log have gone; the order begins anew. epoch={0}", lost.epoch() + 1);
        epochs.end(lost.epoch());
    }

    private Ring presentRing() {
        Ring present = ring;
        return present.epoch() == epochs.current() ? present : nextRing();
    }

    private synchronized Ring nextRing() {
        long epoch = epochs.current();
        if (ring.epoch() != epoch) {
            Ring ended = ring;
            ring = new Ring(hazelcast, name, epoch);
            worker.execute(ended::destroy);
        }
        return ring;
    }

    @Override
    public List<LogEntry> read(long from, int max) {
        reunion.checkOver();
        Ring present = presentRing();
        long index = Position.epoch(from) == present.epoch() ? Position.index(from) : 0;
        try {
            return RingReader.read(present, index, max);
        } catch (Ring.LostRing lost) {
            endEpoch(lost);
            return List.of();
        }
    }

    @Override
    public long tail() {
        Ring present = presentRing();
        return Position.of(present.epoch(), present.tail());
    }

    @Override
    public long head() {
        Ring present = presentRing();
        return Position.of(present.epoch(), present.head());
    }

    @Override
    public void publishVolatile(byte[] content) {
        hearVolatile(content);
        tellOthers(() -> BusMessage.volatileContent(content));
    }

    private void tellOthers(Supplier<byte[]> part) {
        if (members.areSeveral()) {
            courier.take(part.get());
        }
    }

    @Override
    public void follow(InstanceId instance, Follower follower) {
        followers.put(instance.toString(), follower);
        members.enter(instance);
    }

    @Override
    public Set<String> members() {
        return members.names();
    }

    @Override
    public void close() {
        bus.listen(message -> { });
        reunion.close();
        members.close();
        epochs.close();
        followers.clear();
    }

    private void hear(byte[] message) {
        try {
            BusMessage.tell(message, new Follower(this::hearEntries, this::hearVolatile));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A message of the cluster cannot be used.", e);
        }
    }

    private void hearEntries(List<LogEntry> entries) {
        long last = entries.get(entries.size() - 1).next() - 1;
        if (reunion.isUnderWay() || Position.epoch(last) < epochs.current()) {
            return;
        }
        Ring present = ring;
        if (Position.epoch(last) == present.epoch()) {
            present.seen(Position.index(last));
        }
        followers.values().forEach(follower -> follower.entries().accept(entries));
    }

    private void hearVolatile(byte[] content) {
        followers.values().forEach(follower -> follower.volatiles().accept(content));
    }

    /** Both sides of a split have given out the same positions. */
    private void beginAnew() {
        epochs.end(epochs.current());
        members.enterAgain();
    }
}
