package id.aglis.portal.engineio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * Notices clients that hang up while a poll of theirs waits. The container does not look at a connection whose request is not answered, so
 * the next message would be written to nobody. Here a selector of our own looks: as long as the request waits, the one thing to be read
 * from its connection is the end, since clients of this protocol do not send a request before the last was answered.
 *
 * <p>Polls are looked at after they have waited for a while; the many that are answered sooner cost nothing.
 */
final class Hangups implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(Hangups.class.getName());
    /** Milliseconds; a hang-up is noticed within twice that time. */
    private static final long PATIENCE = 250;

    private final Selector selector;
    private final Queue<ServletLink> arrived = new ConcurrentLinkedQueue<>();
    private List<ServletLink> patient = List.of();
    private volatile boolean closed;

    private Hangups(Selector selector) {
        this.selector = selector;
    }

    /** @param threads gives it a thread of its own, until it is closed */
    static Hangups watched(Executor threads) {
        try {
            Hangups hangups = new Hangups(Selector.open());
            threads.execute(hangups::watch);
            return hangups;
        } catch (IOException e) {
            throw new UncheckedIOException("Connections cannot be watched.", e);
        }
    }

    /** A poll that is to end when its client hangs up before it is answered; from any thread. */
    void watch(ServletLink poll) {
        if (!closed) {
            arrived.add(poll);
        }
    }

    private void watch() {
        try (selector) {
            long look = System.nanoTime();
            while (!closed) {
                selector.select(Hangups::readable, PATIENCE);
                if (System.nanoTime() - look >= PATIENCE * 1_000_000) {
                    look = System.nanoTime();
                    age();
                }
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.ERROR, "Clients that hang up while they wait go unnoticed from now on.", e);
        } finally {
            closed = true;
        }
    }

    /** Watches what has waited for a whole turn. */
    private void age() {
        patient.stream().filter(ServletLink::isWaiting).forEach(poll -> poll.channel().ifPresent(channel -> register(channel, poll)));
        patient = new ArrayList<>();
        for (ServletLink poll = arrived.poll(); poll != null; poll = arrived.poll()) {
            patient.add(poll);
        }
    }

    private void register(SelectableChannel channel, ServletLink poll) {
        try {
            channel.register(selector, SelectionKey.OP_READ, poll);
        } catch (IOException | CancelledKeyException e) {
            LOGGER.log(Level.DEBUG, "A client hung up.", e);
            poll.hungUp();
        }
    }

    /**
     * The end of the connection, or the next request after this one was answered. One that the container closes at this moment may come by
     * once more, without a poll.
     */
    private static void readable(SelectionKey key) {
        Optional<ServletLink> poll = Optional.ofNullable((ServletLink) key.attach(null));
        try {
            key.interestOps(0);
        } catch (CancelledKeyException e) {
            LOGGER.log(Level.DEBUG, "The container was told first.", e);
        }
        poll.ifPresent(ServletLink::hungUp);
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}
