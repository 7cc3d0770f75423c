package id.aglis.portal.cluster;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** The records of a single instance, or of several in one virtual machine for tests. */
public final class InMemoryRecords implements Records {

    private static final float LOAD_FACTOR = 0.75f;

    private final long timeToLive;
    private final LongSupplier clock;
    private final Map<String, Kept> kept;

    public InMemoryRecords(RecordsConfig config) {
        this(config, () -> System.nanoTime() / 1_000_000);
    }

    /** @param clock gives milliseconds */
    public InMemoryRecords(RecordsConfig config, LongSupplier clock) {
        this.timeToLive = config.timeToLive().toMillis();
        this.clock = clock;
        this.kept = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
                return size() > config.capacity();
            }
        };
    }

    @Override
    public synchronized Optional<byte[]> find(String key) {
        Kept found = kept.get(key);
        if (found != null && clock.getAsLong() - found.writtenAt >= timeToLive) {
            kept.remove(key);
            return Optional.empty();
        }
        return Optional.ofNullable(found).map(Kept::record);
    }

    @Override
    public synchronized boolean add(String key, byte[] record) {
        boolean free = find(key).isEmpty();
        if (free) {
            kept.put(key, new Kept(record, clock.getAsLong()));
        }
        return free;
    }

    @Override
    public synchronized boolean replace(String key, byte[] expected, byte[] record) {
        return remove(key, expected) && add(key, record);
    }

    @Override
    public synchronized boolean remove(String key, byte[] expected) {
        boolean unchanged = find(key).filter(record -> Arrays.equals(record, expected)).isPresent();
        if (unchanged) {
            kept.remove(key);
        }
        return unchanged;
    }

    @Override
    public synchronized Set<String> keys() {
        return List.copyOf(kept.keySet()).stream().filter(key -> find(key).isPresent()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized void close() {
        kept.clear();
    }

    private record Kept(byte[] record, long writtenAt) {
    }
}
