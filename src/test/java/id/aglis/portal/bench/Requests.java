package id.aglis.portal.bench;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;

/** Lets every client have exactly one {@code message-with-ack} under way, and times it. */
final class Requests implements ClientListener {

    private static final String PAYLOAD = "[\"message-with-ack\",\"" + "x".repeat(Stamped.PAYLOAD_BYTES) + "\"]";

    private final Stopwatch stopwatch = new Stopwatch();
    private final Map<Client, Long> sent = new IdentityHashMap<>();
    private int ids;

    @Override
    public void connected(Client client) {
        ask(client);
    }

    @Override
    public void packet(Client client, ByteBuffer bytes, int from, int to) {
        if (bytes.get(from) == '3') {
            stopwatch.record(sent.get(client));
            ask(client);
        }
    }

    private void ask(Client client) {
        sent.put(client, System.nanoTime());
        ids = (ids + 1) % 1_000_000;
        client.emit("2" + ids + PAYLOAD);
    }

    /** What is answered during {@code duration}. */
    Percentiles answered(Duration duration) throws InterruptedException {
        stopwatch.take();
        Thread.sleep(duration.toMillis());
        return Percentiles.of(stopwatch.take());
    }
}
