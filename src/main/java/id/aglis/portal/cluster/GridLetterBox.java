package id.aglis.portal.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Letters by topics of the data grid, one for each receiver: what goes into one is sent to the one member that listens, in order, and
 * without a copy anywhere. A topic may drop what its listener does not take in time; the numbers on the envelopes show it.
 */
final class GridLetterBox implements LetterBox {

    private static final Logger LOGGER = System.getLogger(GridLetterBox.class.getName());

    /** Instead of a number: letters are missing, and the sender has not begun again. */
    private static final long LOST = -1;

    private final HazelcastInstance grid;
    private final String name;
    private final InstanceId self;
    private final Members members;
    private final Map<String, Outgoing> outgoing = new ConcurrentHashMap<>();
    /** By sender, the number of the last letter. */
    private final Map<String, Long> incoming = new ConcurrentHashMap<>();
    private UUID listener;
    private UUID lifecycle;
    private volatile Reader reader;

    /** @param name of the letter boxes that belong together */
    GridLetterBox(HazelcastInstance grid, String name, InstanceId self) {
        this.grid = grid;
        this.name = name;
        this.self = self;
        this.members = new Members(grid, name);
    }

    @Override
    public void open(Reader chosen) {
        reader = chosen;
        listener = topic(self.toString()).addMessageListener(this::receive);
        lifecycle = grid.getLifecycleService().addLifecycleListener(this::lifecycleChanged);
        members.whenLeft(this::left);
        members.enter(self);
    }

    @Override
    public Set<String> others() {
        return members.names().stream().filter(instance -> !instance.equals(self.toString())).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean send(String instance, byte[] letter) {
        if (!members.isThere(instance)) {
            return false;
        }
        outgoing.computeIfAbsent(instance, receiver -> new Outgoing(topic(receiver))).send(letter);
        return true;
    }

    private void receive(Message<byte[]> message) {
        try {
            read(Envelope.of(message.getMessageObject()));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A letter cannot be used.", e);
        }
    }

    private void read(Envelope envelope) {
        String from = envelope.from();
        long last = incoming.getOrDefault(from, 0L);
        if (envelope.isReset()) {
            outgoing.remove(from);
            reader.gone(from);
        } else if (envelope.number() == 1) {
            begin(envelope, last);
        } else if (envelope.number() == last + 1) {
            take(envelope);
        } else if (last != LOST) {
            miss(from, envelope.number() - last - 1);
        }
    }

    private void begin(Envelope first, long last) {
        if (last > 0) {
            reader.gone(first.from());
        }
        take(first);
    }

    private void take(Envelope envelope) {
        incoming.put(envelope.from(), envelope.number());
        reader.letter(envelope.from(), envelope.letter());
    }

    /** What still comes of the old numbers is of no use; the sender will begin again with 1. */
    private void miss(String from, long count) {
        LOGGER.log(Level.WARNING, "Letters of another instance were lost. from={0} count={1}", from, count);
        incoming.put(from, LOST);
        reset(from);
        reader.gone(from);
    }

    /** It may be taken for dead while it lives, around a split; then it waits for answers that nobody here will give any more. */
    private void left(String instance) {
        boolean known = outgoing.remove(instance) != null | incoming.remove(instance) != null;
        if (known) {
            reset(instance);
        }
        reader.gone(instance);
    }

    private void reset(String instance) {
        topic(instance).publish(Envelope.reset(self.toString()).bytes());
    }

    /** After a split, in which either side may have taken the other for dead without being noticed, everybody begins anew. */
    private void lifecycleChanged(LifecycleEvent event) {
        if (event.getState() == LifecycleEvent.LifecycleState.MERGED) {
            Set<String> known = new HashSet<>(outgoing.keySet());
            known.addAll(incoming.keySet());
            known.forEach(this::left);
            members.enterAgain();
        }
    }

    private ITopic<byte[]> topic(String receiver) {
        return Opening.of(() -> grid.getTopic(name + "." + receiver));
    }

    @Override
    public void close() {
        grid.getLifecycleService().removeLifecycleListener(lifecycle);
        members.close();
        topic(self.toString()).removeMessageListener(listener);
    }

    /** The letters to one instance. */
    private final class Outgoing {

        private final ITopic<byte[]> topic;
        private long last;

        private Outgoing(ITopic<byte[]> topic) {
            this.topic = topic;
        }

        private synchronized void send(byte[] letter) {
            topic.publish(new Envelope(self.toString(), ++last, letter).bytes());
        }
    }
}
