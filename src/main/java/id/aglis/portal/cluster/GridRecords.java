package id.aglis.portal.cluster;

import com.hazelcast.config.EvictionConfig;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The records of a cluster: a map of the data grid, whose copies outlive the instances. */
final class GridRecords implements Records {

    private final IMap<String, byte[]> map;

    GridRecords(HazelcastInstance hazelcast, String name, RecordsConfig config) {
        RingConfig.add(() -> hazelcast.getConfig().addMapConfig(mapConfig(name, config)));
        this.map = Opening.of(() -> hazelcast.getMap(name));
    }

    private static MapConfig mapConfig(String name, RecordsConfig config) {
        return new MapConfig(name)
                .setBackupCount(config.backups())
                .setInMemoryFormat(InMemoryFormat.BINARY)
                .setTimeToLiveSeconds((int) config.timeToLive().toSeconds())
                .setEvictionConfig(new EvictionConfig().setEvictionPolicy(EvictionPolicy.LRU)
                        .setMaxSizePolicy(MaxSizePolicy.PER_NODE).setSize(config.capacity()));
    }

    @Override
    public Optional<byte[]> find(String key) {
        return ask(() -> Optional.ofNullable(map.get(key)));
    }

    @Override
    public boolean add(String key, byte[] record) {
        return ask(() -> map.putIfAbsent(key, record) == null);
    }

    @Override
    public boolean replace(String key, byte[] expected, byte[] record) {
        return ask(() -> map.replace(key, expected, record));
    }

    @Override
    public boolean remove(String key, byte[] expected) {
        return ask(() -> map.remove(key, expected));
    }

    @Override
    public Set<String> keys() {
        return ask(() -> Set.copyOf(map.keySet()));
    }

    @Override
    public void close() {
        // They are there for those who come after.
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (HazelcastException | HazelcastInstanceNotActiveException e) {
            throw new IllegalStateException("The records of the cluster cannot be reached.", e);
        }
    }
}
