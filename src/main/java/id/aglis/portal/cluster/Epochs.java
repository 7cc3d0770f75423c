package id.aglis.portal.cluster;

import com.hazelcast.config.MapConfig;
import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryUpdatedListener;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The present epoch of a log, one number for the cluster. It only grows, and survives whoever may take a ring with them: it has as many copies
 * as can be.
 */
final class Epochs implements AutoCloseable {

    private final IMap<String, Long> numbers;
    private final String log;
    private final AtomicLong current = new AtomicLong();
    private final UUID listener;

    Epochs(HazelcastInstance hazelcast, String log) {
        String map = log + ".epochs";
        RingConfig.add(() -> hazelcast.getConfig().addMapConfig(new MapConfig(map).setBackupCount(LogConfig.MAX_BACKUPS)));
        this.numbers = Opening.of(() -> hazelcast.getMap(map));
        this.log = log;
        this.listener = numbers.addEntryListener((EntryUpdatedListener<String, Long>) this::changed, log, true);
        numbers.putIfAbsent(log, 0L);
        refresh();
    }

    /** As far as it is known here: another instance may have begun a new one a moment ago. */
    long current() {
        return current.get();
    }

    /** Begins a new epoch, unless somebody has begun one after {@code ended} already; waits for other instances. */
    void end(long ended) {
        Long number = numbers.get(log);
        while (number == null || number <= ended) {
            boolean begun = number == null ? numbers.putIfAbsent(log, ended + 1) == null : numbers.replace(log, number, ended + 1);
            number = begun ? Long.valueOf(ended + 1) : numbers.get(log);
        }
        raise(number);
    }

    /** Asks the cluster; waits for other instances. */
    void refresh() {
        Long number = numbers.get(log);
        raise(number == null ? 0 : number);
    }

    @Override
    public void close() {
        numbers.removeEntryListener(listener);
    }

    private void changed(EntryEvent<String, Long> event) {
        raise(event.getValue());
    }

    private void raise(long number) {
        current.accumulateAndGet(number, Math::max);
    }
}
