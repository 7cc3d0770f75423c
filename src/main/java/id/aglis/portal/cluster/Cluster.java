package id.aglis.portal.cluster;

import com.hazelcast.core.HazelcastInstance;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The instances of this application that Payara has joined to a cluster; without a data grid it is this one alone. */
@ApplicationScoped
public class Cluster {

    private static final Logger LOGGER = System.getLogger(Cluster.class.getName());
    private static final String DATA_GRID = "payara/Hazelcast";
    private static final String LOG = "portal.broadcasts";
    private static final String LETTERS = "portal.letters.";
    private static final String RECORDS = "portal.";
    /** Of a member's id; enough to tell instances of one name apart. */
    private static final int ID_CHARACTERS = 8;

    @Inject
    private CdiBus bus;
    @Resource
    private ManagedExecutorService events;

    /** An identity that no other instance has or had, even if it goes by the same name. */
    public InstanceId identify(String name, Instant started) {
        return dataGrid().map(grid -> grid.getCluster().getLocalMember().getUuid().toString().substring(0, ID_CHARACTERS))
                .map(id -> new InstanceId(name + "-" + id, started)).orElseGet(() -> new InstanceId(name, started));
    }

    /**
     * Opens the log that all instances share; one of its own when this is the only one there can be. To be called once, and to be closed.
     *
     * @param worker two managed threads that may wait
     */
    public BroadcastLog openLog(LogConfig config, Executor worker) {
        return dataGrid().map(grid -> openLog(grid, config, worker)).orElseGet(() -> new InMemoryBroadcastLog(config.capacity()));
    }

    /** Opens a letter box; those of one name write to each other. To be closed. */
    public LetterBox letterBox(String name, InstanceId self) {
        return dataGrid().<LetterBox>map(grid -> new GridLetterBox(grid, LETTERS + name, self)).orElseGet(LetterBox::none);
    }

    private BroadcastLog openLog(HazelcastInstance grid, LogConfig config, Executor worker) {
        if (!EventExecutor.queues(events)) {
            LOGGER.log(Level.WARNING, "The default managed executor rejects clustered events while its threads are busy, and they come late: "
                    + "give it a core-pool-size of at least 1.");
        }
        LOGGER.log(Level.INFO, "Broadcasts are ordered by the cluster. members={0} places={1} megabytesAtMost={2}",
                grid.getCluster().getMembers().size(), config.capacity(), config.megabytes());
        return new RingBroadcastLog(grid, LOG, config, bus, worker);
    }

    /** Opens the records of that name that all instances share; its own when this is the only one there can be. To be closed. */
    public Records openRecords(String name, RecordsConfig config) {
        return dataGrid().<Records>map(grid -> new GridRecords(grid, RECORDS + name, config)).orElseGet(() -> new InMemoryRecords(config));
    }

    private static Optional<HazelcastInstance> dataGrid() {
        try {
            return Optional.ofNullable(InitialContext.doLookup(DATA_GRID));
        } catch (NamingException e) {
            return Optional.empty();
        }
    }
}
