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

    private final EventLoop loop;
    private final Target target;
    private final Parting parting;
    private final Executor afterSilence;
    private final Map<Client, Boolean> here = new IdentityHashMap<>();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private int toCome;

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
            for (int i = 0; i < Math.min(count, atATime); i++) {
                come();
            }
        });
        return complete;
    }

    private void come() {
        here.put(TRANSPORTS[toCome % TRANSPORTS.length].open(loop, target, this), false);
        toCome--;
    }

    @Override
    public void connected(Client client) {
        client.emit("21[\"join\",\"room-" + toCome % ROOMS + "\"]");
        client.emit("22[\"message-with-ack\",\"hello\"]");
    }

    @Override
    public void packet(Client client, ByteBuffer bytes, int from, int to) {
        if (bytes.get(from) == '3' && bytes.get(from + 1) == '2' && here.replace(client, false, true)) {
            part(client);
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
        Boolean parted = here.get(client);
        if (parted == null) {
            return;
        }
        if (!parted) {
            complete.completeExceptionally(new IllegalStateException("A visitor was turned away: " + reason + "."));
        }
        gone(client);
        client.close();
    }

    private void gone(Client client) {
        here.remove(client);
        if (toCome > 0) {
            come();
        } else if (here.isEmpty()) {
            complete.complete(null);
        }
    }
}
