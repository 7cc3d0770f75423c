package id.aglis.portal.realtime;

import id.aglis.portal.PortalSecret;
import id.aglis.portal.cluster.BroadcastLog;
import id.aglis.portal.cluster.Cluster;
import id.aglis.portal.cluster.InstanceId;
import id.aglis.portal.cluster.Records;
import id.aglis.portal.engineio.EngineServer;
import id.aglis.portal.engineio.ThreadPerTask;
import id.aglis.portal.engineio.Workers;
import id.aglis.portal.socketio.Namespace;
import id.aglis.portal.socketio.Recovery;
import id.aglis.portal.socketio.SocketServer;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.Config;

/** The real-time server of this instance: wired from the configuration when the web application starts, closed when it stops. */
@ApplicationScoped
public class RealtimeServer {

    private static final Logger LOGGER = System.getLogger(RealtimeServer.class.getName());

    /** The letter box of the Socket.IO servers. */
    private static final String SOCKETS = "sockets";

    @Inject
    private Config config;
    @Inject
    private PortalSecret secret;
    @Inject
    private Cluster cluster;
    @Inject
    private Channels channels;
    @Inject
    private Presence presence;
    @Inject
    private InstantSource time;
    @Resource
    private ManagedThreadFactory threads;
    @Resource
    private ContextService contexts;
    @Resource
    private ManagedScheduledExecutorService timer;
    private BroadcastLog log;
    private Records records;
    private Records attendance;
    private SocketServer sockets;
    private Duration drainTime;
    private volatile EngineServer engine;
    private volatile boolean leaving;

    /** Opens all channels, and then the door. */
    void start(ServletContext context) {
        RealtimeConfig wanted = RealtimeConfig.from(config, secret);
        InstanceId instance = cluster.identify(config.getValue("portal.instance", String.class), time.instant());
        drainTime = wanted.drainTime();
        Executor executor = ThreadPerTask.inContext(threads, contexts);
        log = cluster.openLog(wanted.log(), new Workers(executor, 2));
        records = cluster.openRecords("connections", wanted.records());
        sockets = new SocketServer(wanted.socket(), instance, log, cluster.letterBox(SOCKETS, instance), recovery(wanted, executor),
                executor, timer);
        attendance = cluster.openRecords("presence", wanted.presence());
        presence.start(instance.toString(), attendance, log::members, wanted.presenceGrace(), timer,
                new Workers(executor, 1));
        channels.openOn(sockets.namespace("/"));
        engine = EngineServer.mount(context, RealtimeConfig.PATH, wanted.engine().withOwner(instance.toString()),
                cluster.letterBox(RealtimeConfig.PATH, instance), sockets);
        LOGGER.log(Level.INFO, "Sockets are accepted. path={0} instance={1}", RealtimeConfig.PATH, instance);
    }

    void stop() {
        if (engine != null) {
            engine.close();
            sockets.close();
            records.close();
            presence.stop();
            attendance.close();
            log.close();
            engine = null;
        }
    }

    private Optional<Recovery> recovery(RealtimeConfig wanted, Executor executor) {
        return wanted.recovery().map(recovery -> new Recovery(recovery, records, new Workers(executor, Recovery.THREADS)));
    }

    /** Accepts no more sockets, and sends browsers to other instances, one after another; returns at once. */
    public void leave() {
        leaving = true;
        LOGGER.log(Level.INFO, "Browsers are sent to other instances. sockets={0} atMost={1}", sessions(), drainTime);
        engine.leave(drainTime);
    }

    /** Whether this instance accepts sockets. */
    public boolean accepts() {
        return engine != null && !leaving;
    }

    /** Browsers connected to this instance. */
    public int sessions() {
        return Optional.ofNullable(engine).map(EngineServer::sessions).orElse(0);
    }

    /** The namespace {@code /}; empty before the start. */
    Optional<Namespace> namespace() {
        return engine != null ? Optional.of(sockets.namespace("/")) : Optional.empty();
    }
}
