package id.aglis.portal.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises what has been in the log before: by its origin's count, since a batch may be appended again when its first answer was lost, and
 * by its event id, since another instance may publish what a dead one had begun to. Not safe for several threads.
 */
final class SeenEvents {

    private static final int EVENTS = 20_000;
    /** Every start of an instance makes an origin. */
    private static final int ORIGINS = 1_000;

    private final Map<String, Long> origins = new Recent<>(ORIGINS);
    private final Map<String, Boolean> events = new Recent<>(EVENTS);
    private final Map<Long, Boolean> repetitions = new Recent<>(EVENTS);

    /** Remembers the entries of the log before a position, as many as are remembered of what comes in. */
    void readBefore(long position, BroadcastLog log) {
        long next = Math.max(log.head(), position - EVENTS);
        while (next < position) {
            List<LogEntry> entries = log.read(next, OrderedInbox.READ);
            entries.stream().filter(entry -> entry.sequence() < position).forEach(this::add);
            next = entries.isEmpty() ? position : entries.get(entries.size() - 1).next();
        }
    }

    /** @return whether the entry is new */
    boolean add(LogEntry entry) {
        boolean isNew = isNew(entry);
        if (!isNew) {
            repetitions.put(entry.sequence(), Boolean.TRUE);
        }
        return isNew;
    }

    /** Whether an entry that was added before was not new then. */
    boolean isRepetition(LogEntry entry) {
        return repetitions.containsKey(entry.sequence());
    }

    private boolean isNew(LogEntry entry) {
        Long last = origins.get(entry.origin());
        if (last != null && entry.originSequence() <= last) {
            return false;
        }
        origins.put(entry.origin(), entry.originSequence());
        return entry.eventId().isEmpty() || events.put(entry.eventId(), Boolean.TRUE) == null;
    }

    /** Forgets what was put or asked for longest ago. */
    private static final class Recent<K, V> extends LinkedHashMap<K, V> {

        private static final float LOAD_FACTOR = 0.75f;

        private final int capacity;

        Recent(int capacity) {
            super(16, LOAD_FACTOR, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
        }
    }
}
