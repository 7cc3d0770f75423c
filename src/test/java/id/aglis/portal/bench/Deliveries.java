package id.aglis.portal.bench;

import java.nio.ByteBuffer;
import org.HdrHistogram.Histogram;

/** Times every broadcast of the current series that arrives at any client. */
final class Deliveries implements ClientListener {

    private final Stopwatch stopwatch = new Stopwatch();
    private volatile long start;

    /** Begins a series; what was due before, and is still on its way, is no longer counted. */
    void begin() {
        start = System.nanoTime();
        stopwatch.take();
    }

    @Override
    public void packet(Client client, ByteBuffer bytes, int from, int to) {
        if (Stamped.isIn(bytes, from, to)) {
            long due = Stamped.dueTime(bytes, from);
            if (due >= start) {
                stopwatch.record(due);
            }
        }
    }

    /** What has arrived since the series began, or since the last call. */
    Histogram take() {
        return stopwatch.take();
    }
}
