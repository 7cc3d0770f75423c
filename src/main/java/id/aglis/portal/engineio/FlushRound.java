package id.aglis.portal.engineio;

import java.util.Arrays;
import java.util.List;

/**
 * One round of writing many connections, by one thread: connections whose pending messages are the same get the same {@link Batch},
 * so that it is put together once.
 */
public final class FlushRound {

    /** Beyond it copying costs more than another write, and one slow connection would hold too much. */
    private static final int MAX_BYTES = 256 * 1024;

    private Message[] last = {};
    private Batch batch = new Batch(List.of());

    /** The first messages of the array, at least one and as many as fit into one write. */
    Batch take(Message[] pending, int count) {
        int taken = fitting(pending, count);
        if (!Arrays.equals(pending, 0, taken, last, 0, last.length)) {
            last = Arrays.copyOf(pending, taken);
            batch = new Batch(Arrays.asList(last));
        }
        return batch;
    }

    private static int fitting(Message[] pending, int count) {
        int bytes = pending[0].size();
        int taken = 1;
        while (taken < count && bytes + pending[taken].size() <= MAX_BYTES) {
            bytes += pending[taken++].size();
        }
        return taken;
    }
}
