package id.aglis.portal.bench;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Many clients of one kind; counts those that the server turned away while they connected, and those it lost later. */
final class Fleet implements ClientListener {

    /** The share of refused connections at which opening is given up. */
    private static final double REFUSED_AT_MOST = 0.05;

    private final EventLoop loop;
    private final Target target;
    private final Transport transport;
    private final ClientListener crew;
    private final Set<Client> opening = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Client> connected = Collections.newSetFromMap(new IdentityHashMap<>());
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private int size;

    /** @param crew hears what the clients receive */
    Fleet(EventLoop loop, Target target, Transport transport, ClientListener crew) {
        this.loop = loop;
        this.target = target;
        this.transport = transport;
        this.crew = crew;
    }

    /** Opens {@code count} clients with at most {@code inFlight} of them not yet connected; the result completes when all are. */
    CompletableFuture<Void> open(int count, int inFlight) {
        loop.execute(() -> {
            size = count;
            for (int i = 0; i < Math.min(count, inFlight); i++) {
                openOne();
            }
        });
        return complete;
    }

    private void openOne() {
        opening.add(transport.open(loop, target, this));
    }

    @Override
    public void connected(Client client) {
        opening.remove(client);
        connected.add(client);
        crew.connected(client);
        if (connected.size() + opening.size() < size) {
            openOne();
        } else if (opening.isEmpty()) {
            complete.complete(null);
        }
    }

    @Override
    public void packet(Client client, ByteBuffer bytes, int from, int to) {
        crew.packet(client, bytes, from, to);
    }

    @Override
    public void closed(Client client, String reason) {
        client.close();
        if (connected.remove(client)) {
            lost.incrementAndGet();
            crew.closed(client, reason);
        } else if (opening.remove(client)) {
            refuse(reason);
        }
    }

    private void refuse(String reason) {
        if (refused.incrementAndGet() > size * REFUSED_AT_MOST) {
            complete.completeExceptionally(new IllegalStateException(
                    "The server refused " + refused + " of " + size + " connections, the last one because " + reason + "."));
        } else {
            openOne();
        }
    }

    /** Does something to everybody who is connected. */
    void each(Consumer<Client> action) {
        loop.execute(() -> connected.forEach(action));
    }

    /** Connections the server did not accept, each made up for by another one. */
    int refused() {
        return refused.get();
    }

    /** Connections the server closed after they had been made. */
    int lost() {
        return lost.get();
    }

    void close() {
        loop.execute(() -> {
            opening.forEach(Client::close);
            Set<Client> leaving = Set.copyOf(connected);
            connected.clear();
            leaving.forEach(Client::close);
        });
    }
}
