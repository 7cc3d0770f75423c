package id.aglis.portal.bench;

import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Times every numbered broadcast that arrives at any client, and checks what each client hears. */
final class OrderedDeliveries implements ClientListener {

    private final Deliveries deliveries = new Deliveries();
    private final OrderCheck order;
    private final Map<Client, OrderCheck.Ear> ears = new IdentityHashMap<>();

    OrderedDeliveries(int firstPublisher, int publishers) {
        order = new OrderCheck(firstPublisher, publishers);
    }

    /** Begins a series; what was due before, and is still on its way, is no longer timed. */
    void begin() {
        deliveries.begin();
    }

    @Override
    public void connected(Client client) {
        ears.put(client, order.ear());
    }

    @Override
    public void packet(Client client, ByteBuffer bytes, int from, int to) {
        deliveries.packet(client, bytes, from, to);
        if (Stamped.isIn(bytes, from, to)) {
            ears.get(client).hears(Stamped.number(bytes, from));
        }
    }

    /** What has arrived since the series began, or since the last call. */
    Histogram take() {
        return deliveries.take();
    }

    /** On the thread of the clients. */
    Integrity integrity(long[] published) {
        return order.integrity(published);
    }
}
