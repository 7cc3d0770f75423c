package id.aglis.portal.cluster;

import java.util.LinkedHashSet;
import java.util.Set;

/** The ids of the last events, to recognise repetitions. Not safe for several threads. */
final class RecentIds {

    private final int capacity;
    private final Set<String> ids = new LinkedHashSet<>();

    RecentIds(int capacity) {
        this.capacity = capacity;
    }

    /** @return whether the id is new */
    boolean add(String id) {
        boolean added = ids.add(id);
        if (ids.size() > capacity) {
            ids.remove(ids.iterator().next());
        }
        return added;
    }
}
