package id.aglis.portal.cluster;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * The way of this instance back to the others after a split. From its first step until a new order has begun the ring that is reached is that
 * of the other side, whose places this side has given to other entries.
 */
final class Reunion implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(Reunion.class.getName());

    private final HazelcastInstance hazelcast;
    private final Executor worker;
    private final Runnable newOrder;
    private final UUID listener;
    private volatile boolean underWay;

    /**
     * @param worker   may wait
     * @param newOrder begins one; asked again when the data grid fails
     */
    Reunion(HazelcastInstance hazelcast, Executor worker, Runnable newOrder) {
        this.hazelcast = hazelcast;
        this.worker = worker;
        this.newOrder = newOrder;
        this.listener = hazelcast.getLifecycleService().addLifecycleListener(this::lifecycleChanged);
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** @throws IllegalStateException while it is under way */
    void checkOver() {
        if (underWay) {
            throw refusal();
        }
    }

    IllegalStateException refusal() {
        return new IllegalStateException("The cluster had been split; its order begins anew in a moment.");
    }

    /** One that failed leaves this side with an empty ring. */
    private void lifecycleChanged(LifecycleEvent event) {
        switch (event.getState()) {
            case MERGING -> underWay = true;
            case MERGED, MERGE_FAILED -> worker.execute(this::end);
            default -> { }
        }
    }

    private void end() {
        try {
            LOGGER.log(Level.WARNING, "The cluster had been split; the order begins anew.");
            newOrder.run();
            underWay = false;
        } catch (HazelcastException e) {
            LOGGER.log(Level.WARNING, "A new order could not be begun; the next attempt follows.", e);
            worker.execute(this::end);
        }
    }

    @Override
    public void close() {
        hazelcast.getLifecycleService().removeLifecycleListener(listener);
    }
}
