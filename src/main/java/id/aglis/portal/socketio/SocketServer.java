package id.aglis.portal.socketio;

import id.aglis.portal.cluster.BroadcastLog;
import id.aglis.portal.cluster.Gap;
import id.aglis.portal.cluster.InstanceId;
import id.aglis.portal.cluster.LetterBox;
import id.aglis.portal.cluster.LogEntry;
import id.aglis.portal.cluster.LogWriter;
import id.aglis.portal.cluster.OrderedInbox;
import id.aglis.portal.engineio.Message;
import id.aglis.portal.engineio.Session;
import id.aglis.portal.engineio.SessionListener;
import id.aglis.portal.engineio.Workers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All namespaces of this instance, and the one listener of its sessions. Namespaces are opened before the first client comes.
 *
 * <p>A broadcast is written to the log, heard from it by every instance in the same order, this one included, and handed to the
 * dispatcher, which finds the sockets and writes.
 */
public final class SocketServer implements SessionListener, AutoCloseable {

    private static final Logger LOGGER = System.getLogger(SocketServer.class.getName());

    private final SocketConfig config;
    private final InstanceId instance;
    private final ScheduledExecutorService timer;
    private final BroadcastLog log;
    private final LetterBox letters;
    private final Optional<Recovery> recovery;
    private final History history;
    private final Dispatcher dispatcher;
    private final AnswerDesk answerDesk;
    private final Publisher publisher;
    private final OrderedInbox inbox;
    private final UserConnections users;
    private final Namespaces namespaces;

    /**
     * @param letters  carries what instances answer each other; closed with this
     * @param recovery takes clients back; empty to let all begin afresh
     * @param executor runs the delivery of broadcasts, and apart from it the handlers of events of other instances, each one at a time; on
     *                 managed threads in a container
     * @param timer    for time-outs and the repair of gaps; a managed one in a container
     */
    public SocketServer(SocketConfig config, InstanceId instance, BroadcastLog log, LetterBox letters, Optional<Recovery> recovery,
            Executor executor, ScheduledExecutorService timer) {
        this(config, instance, log, letters, recovery, timer, new Workers(executor, 1), new Workers(executor, 1));
    }

    /**
     * @param delivery runs the delivery of broadcasts, also in the thread of the caller
     * @param lane     runs what other instances ask for, likewise
     */
    SocketServer(SocketConfig config, InstanceId instance, BroadcastLog log, LetterBox letters, Optional<Recovery> recovery,
            ScheduledExecutorService timer, Executor delivery, Executor lane) {
        this.config = config;
        this.instance = instance;
        this.log = log;
        this.letters = letters;
        this.recovery = recovery;
        this.timer = timer;
        this.users = new UserConnections(config.connectionsPerUser());
        this.dispatcher = new Dispatcher(delivery, new Delivering(this, new Inquiries(this, lane)));
        this.answerDesk = new AnswerDesk(log, instance, timer);
        this.publisher = new Publisher(instance, log, new LogWriter(log, instance, timer), dispatcher, answerDesk);
        this.namespaces = new Namespaces(publisher);
        this.inbox = new OrderedInbox(log, timer, this::heard, this::lost);
        this.history = recovery.map(present -> History.of(present.config().remembered(), inbox.position()))
                .orElseGet(() -> History.forgetful(inbox.position()));
        letters.open(new Reports());
        log.follow(instance, new BroadcastLog.Follower(inbox::accept, bytes -> deliver(bytes, Dispatcher.Delivery.NO_POSITION)));
        namespace("/");
    }

    /**
     * The namespace of that name, opened if it is new; {@code /} is always open.
     *
     * @throws IllegalArgumentException when the name does not begin with a slash, or has a comma
     */
    public Namespace namespace(String name) {
        return namespaces.keep(name);
    }

    /**
     * Opens namespaces on demand: one whose name matches is set up when the first client asks for it, and closed when its last socket
     * here has left. The first rule that matches counts; a namespace opened by its name needs none.
     */
    public void namespaces(Predicate<String> matches, Consumer<Namespace> setUp) {
        namespaces.onDemand(matches, setUp);
    }

    @Override
    public Receiver opened(Session session) {
        return new Client(this, session);
    }

    /** Stops delivery; sessions are closed by their engine. */
    @Override
    public void close() {
        inbox.close();
        letters.close();
    }

    Namespaces namespaces() {
        return namespaces;
    }

    SocketConfig config() {
        return config;
    }

    UserConnections users() {
        return users;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    Optional<Recovery> recovery() {
        return recovery;
    }

    History history() {
        return history;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    BroadcastLog log() {
        return log;
    }

    private Payload ordered(Payload payload, long position) {
        return recovery.isPresent() && position != Dispatcher.Delivery.NO_POSITION ? payload.with(new Offset(position)) : unordered(payload);
    }

    /** What a client gets of an event that is not in the log. */
    Payload unordered(Payload payload) {
        return recovery.isPresent() ? payload.withoutOffset() : payload;
    }

    /** What clients get of a broadcast. */
    Message message(RoomOp.Emit emit, long position) {
        return ordered(emit.payload(), position).toMessage(SocketPacketType.EVENT, emit.namespace(), SocketPacket.NO_ACK, emit.droppable());
    }

    /** Whether an entry of the log only says again what an earlier one had said. */
    boolean isRepetition(LogEntry entry) {
        return inbox.isRepetition(entry);
    }

    /** Tells the instance from which a connection was taken over, if it still lives. */
    void supersede(String from, ConnectionRecord taken) {
        if (!from.equals(instance()) && log.members().contains(from)) {
            publisher.publish(new RoomOp.Supersede(taken.namespace(), taken.sid(), taken.connection()), Publisher.Reach.CLUSTER_VOLATILE, "");
        }
    }

    String instance() {
        return instance.toString();
    }

    void report(RoomOp.Report report) {
        if (report.asker().equals(instance())) {
            answerDesk.take(report);
        } else if (!letters.send(report.asker(), RoomOpCodec.encode(report))) {
            LOGGER.log(Level.DEBUG, "Nobody is there any more to be told. instance={0}", report.asker());
        }
    }

    private void heard(LogEntry entry) {
        deliver(entry.bytes(), entry.next() - 1);
    }

    private void deliver(byte[] bytes, long position) {
        try {
            dispatcher.deliver(RoomOpCodec.decode(bytes), position);
        } catch (IllegalArgumentException e) {
            LOGGER.log(Level.WARNING, "An entry of the log is unreadable here.", e);
            if (position != Dispatcher.Delivery.NO_POSITION) {
                dispatcher.inTurn(touch -> history.skipTo(position));
            }
        }
    }

    /**
     * Clients that come back with a fresh session know that they must look for themselves. Nobody hears anything behind the gap before that: his
     * next offset would say that he has missed nothing.
     */
    private void lost(Gap gap) {
        dispatcher.inTurn(touch -> {
            history.skipTo(gap.to() - 1);
            int told = namespaces.cutOff();
            LOGGER.log(Level.WARNING, "Broadcasts were lost, or may have been; all clients are made to connect again. missed={0} clients={1}",
                    gap.isNewEpoch() ? "unknown" : gap.count(), told);
        });
    }

    /** What other instances answer. */
    private final class Reports implements LetterBox.Reader {

        @Override
        public void letter(String from, byte[] letter) {
            try {
                if (RoomOpCodec.decode(letter) instanceof RoomOp.Report report) {
                    answerDesk.take(report);
                }
            } catch (IllegalArgumentException e) {
                LOGGER.log(Level.WARNING, "A letter of another instance is unreadable here. from=" + from, e);
            }
        }

        @Override
        public void gone(String left) {
            answerDesk.gone(left);
        }
    }
}
