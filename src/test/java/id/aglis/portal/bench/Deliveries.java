package id.aglis.portal.bench;

import java.nio.ByteBuffer;

/** Times every broadcast that arrives at any client. */
final class Deliveries implements ClientListener {

    private final Stopwatch stopwatch = new Stopwatch();

    @Override
    public void packet(Client client, ByteBuffer bytes, int from, int to) {
        if (Stamped.isIn(bytes, from, to)) {
            stopwatch.record(Stamped.dueTime(bytes, from));
        }
    }

    Stopwatch stopwatch() {
        return stopwatch;
    }
}
