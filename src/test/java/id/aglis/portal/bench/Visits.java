package id.aglis.portal.bench;

import java.util.IdentityHashMap;
import java.util.Map;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Clients that come over every transport in turn, join a room, have something answered and go again, many at a time, until a number of
 * them has been there.
 */
final class Visits implements ClientListener {

    /** How a visit ends. */
    enum Parting {
        /** The client says that it closes, and hears the server agree. */
        CLOSE,
        /** The connection is reset. */
        RESET,
        /** The client reads and answers nothing any more; after a time even its kernel is gone. */
        SILENCE
    }

    private static final Transport[] TRANSPORTS = Transport.values();
    private static final int ROOMS = 100;
    /** More than the server can see to before it takes those at the end of the queue for dead would tell nothing of leaks. */
    private static final int ARRIVING_AT_MOST = 100;

    private final EventLoop loop;
    private final Target target;
    private final Parting parting;
    private final Executor afterSilence;
    private final Map<Client, Boolean> here = new IdentityHashMap<>();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private int toCome;
    private int room;
    private int arriving;

    /** @param silenceMillis how long a silent client keeps its connection */
    Visits(EventLoop loop, Target target, Parting parting, long silenceMillis) {
        this.loop = loop;
        this.target = target;
        this.parting = parting;
        this.afterSilence = CompletableFuture.delayedExecutor(silenceMillis, TimeUnit.MILLISECONDS, loop::execute);
    }

    /** Completes when all have been there and gone; fails when the server turned one away. */
    CompletableFuture<Void> begin(int count, int atATime) {
        loop.execute(() -> {
            toCome = count;
            room = atATime;
            come();
        });
        return complete;
    }

    private void come() {
        while (toCome > 0 && here.size() < room && arriving < ARRIVING_AT_MOST) {
            here.put(TRANSPORTS[toCome % TRANSPORTS.length].open(loop, target, this), false);
            toCome--;
            arriving++;
        }
    }

    @Override
    public void connected(Client client) {
        client.emit("21[\"join\",\"room-" + toCome % ROOMS + "\"]");
        client.emit("22[\"message-with-ack\",\"hello\"]");
    }

    @Override
    public void packet(Client client, ByteBuffer bytes, int from, int to) {
        if (bytes.get(from) == '3' && bytes.get(from + 1) == '2' && here.replace(client, false, true)) {
            arriving--;
            part(client);
            come();
        }
    }

    private void part(Client client) {
        switch (parting) {
            case CLOSE -> client.send("1");
            case RESET -> vanish(client);
            case SILENCE -> {
                client.pause();
                afterSilence.execute(() -> vanish(client));
            }
        }
    }

    private void vanish(Client client) {
        gone(client);
        client.reset();
    }

    @Override
    public void closed(Client client, String reason) {
        if (Boolean.FALSE.equals(here.get(client))) {
            complete.completeExceptionally(new IllegalStateException(
                    "A visitor was turned away from " + client.getClass().getSimpleName() + " because " + reason + "."));
        }
        gone(client);
        client.close();
    }

    private void gone(Client client) {
        if (here.remove(client) == null) {
            return;
        }
        come();
        if (here.isEmpty()) {
            complete.complete(null);
        }
    }
}
