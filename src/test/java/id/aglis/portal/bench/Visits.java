package id.aglis.portal.bench;

import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
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
        /**
         * Seven of ten connections are reset. The other clients neither read nor answer any more; when they look again, the server has
         * given them up.
         */
        VANISH
    }

    private static final Transport[] TRANSPORTS = Transport.values();
    private static final int ROOMS = 100;
    private static final int SILENT_OF_TEN = 3;
    /** The share of visitors at which the server turns away too many: on a busy machine it may take one or the other for dead. */
    private static final double TURNED_AWAY_AT_MOST = 0.01;
    /** More than the server can see to before it takes those at the end of the queue for dead would tell nothing of leaks. */
    private static final int ARRIVING_AT_MOST = 100;

    private final EventLoop loop;
    private final Target target;
    private final Parting parting;
    private final Executor afterSilence;
    private final Map<Client, Boolean> here = new IdentityHashMap<>();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private final Map<String, Integer> turnedAway = new TreeMap<>();
    private int count;
    private int toCome;
    private int arriving;
    private int leaving;
    private int silentAgain;

    /** @param silenceMillis for longer than this the server does not wait for a silent client */
    Visits(EventLoop loop, Target target, Parting parting, long silenceMillis) {
        this.loop = loop;
        this.target = target;
        this.parting = parting;
        this.afterSilence = CompletableFuture.delayedExecutor(silenceMillis, TimeUnit.MILLISECONDS, loop::execute);
    }

    /** Completes when all have been there and gone; fails when the server turned too many away. */
    CompletableFuture<Void> begin(int visitors) {
        loop.execute(() -> {
            count = visitors;
            toCome = visitors;
            come();
        });
        return complete;
    }

    private void come() {
        while (toCome > 0 && arriving < ARRIVING_AT_MOST) {
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
        if (parting == Parting.CLOSE) {
            client.send("1");
        } else if (leaving++ % 10 < SILENT_OF_TEN) {
            fallSilent(client);
        } else {
            vanish(client);
        }
    }

    /** Who said something that the server heard late, on a busy machine, is not given up yet when he looks again: he falls silent again. */
    private void fallSilent(Client client) {
        client.pause();
        afterSilence.execute(() -> {
            client.resume();
            afterSilence.execute(() -> {
                if (here.containsKey(client)) {
                    silentAgain++;
                    fallSilent(client);
                }
            });
        });
    }

    private void vanish(Client client) {
        gone(client);
        client.reset();
    }

    @Override
    public void closed(Client client, String reason) {
        if (Boolean.FALSE.equals(here.get(client))) {
            turnedAway(client.getClass().getSimpleName() + " because " + reason);
        }
        gone(client);
        client.close();
    }

    /** Somebody else comes for him. */
    private void turnedAway(String why) {
        arriving--;
        toCome++;
        turnedAway.merge(why, 1, Integer::sum);
        if (turnedAway.values().stream().mapToInt(Integer::intValue).sum() > count * TURNED_AWAY_AT_MOST) {
            complete.completeExceptionally(new IllegalStateException("Visitors were turned away: " + turnedAway + "."));
        }
    }

    /** How far it is, and who was turned away and why; exact once it is complete. */
    @Override
    public String toString() {
        return toCome + " visitors to come, " + here.size() + " there, " + silentAgain + " silent twice, turned away " + turnedAway;
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
