package id.aglis.portal.cluster;

import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.InvalidConfigurationException;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.config.RingbufferConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.spi.merge.DiscardMergePolicy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What Hazelcast is told of the rings of a log, by the first instance of the cluster. */
final class RingConfig {

    private static final Logger LOGGER = System.getLogger(RingConfig.class.getName());
    private static final int MERGE_BATCH = 100;

    private RingConfig() {
    }

    /**
     * Bytes are kept as they came, so that a place takes what its piece takes. Of two rings that meet after a split one is dropped whole: a
     * mixture would be no order.
     */
    static void add(HazelcastInstance hazelcast, String rings, LogConfig config) {
        RingbufferConfig ring = new RingbufferConfig(rings)
                .setCapacity(config.capacity())
                .setTimeToLiveSeconds((int) config.timeToLive().toSeconds())
                .setBackupCount(config.backups())
                .setInMemoryFormat(InMemoryFormat.BINARY)
                .setMergePolicyConfig(new MergePolicyConfig(DiscardMergePolicy.class.getName(), MERGE_BATCH));
        add(() -> hazelcast.getConfig().addRingBufferConfig(ring));
    }

    /** Adds a configuration; the cluster keeps the one it has when that differs, until all its instances have ended. */
    static void add(Runnable addition) {
        try {
            addition.run();
        } catch (InvalidConfigurationException e) {
            LOGGER.log(Level.WARNING, "The cluster was started with another configuration of its log, and keeps it.", e);
        }
    }
}
