package id.aglis.portal.socketio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The way of one client back into a namespace: it waits its turn, is found in the records, admitted as everybody is, takes its connection
 * over, reads what it missed, and enters between two deliveries, so that nothing is missed or heard twice at the seam. Steps that wait are
 * the worker's, the others those of the session's mailbox. Where it gets no further, it begins afresh.
 */
final class Resumption {

    private static final Logger LOGGER = System.getLogger(Resumption.class.getName());
    /** Until this instance is asked again whether it has heard what the client has, in milliseconds. */
    private static final long PAUSE = 20;
    /** Times that the record may change between finding it and taking it over. */
    private static final int ATTEMPTS = 5;

    private final Client client;
    private final SocketServer server;
    private final Namespace namespace;
    private final Map<String, Object> auth;
    private final Recovery recovery;
    private final String pid;
    private final long deadline;
    private Socket socket;
    private Set<String> granted = Set.of();
    private Replay replay;
    private int attempts;
    private boolean kept;

    Resumption(Client client, Namespace namespace, Map<String, Object> auth, Recovery recovery) {
        this.client = client;
        this.server = client.server();
        this.namespace = namespace;
        this.auth = auth;
        this.recovery = recovery;
        this.pid = auth.get("pid").toString();
        this.deadline = recovery.now() + recovery.config().patience().toMillis();
    }

    void begin() {
        OptionalLong wait = recovery.turns().take();
        if (wait.isEmpty() || !hasUsableOffset()) {
            client.entrance().beginAfresh(namespace, auth);
        } else if (wait.getAsLong() == 0) {
            recovery.execute(this::find);
        } else {
            client.session().executeAfter(wait.getAsLong(), () -> recovery.execute(this::find));
        }
    }

    private boolean hasUsableOffset() {
        Object offset = auth.get("offset");
        return offset == null || offset instanceof String text && Offset.of(text).isPresent();
    }

    private void find() {
        Optional<Recovery.Found> found = recovery.find(pid).filter(record -> record.record().namespace().equals(namespace.name()));
        client.session().execute(() -> found.ifPresentOrElse(this::admit, () -> client.entrance().beginAfresh(namespace, auth)));
    }

    private void admit(Recovery.Found found) {
        if (!client.isOpen()) {
            client.entrance().beginAfresh(namespace, auth);
            return;
        }
        socket = new Socket(client, namespace, Handshake.of(client.session().request(), auth), found.record().sid());
        if (!client.entrance().admit(socket)) {
            return;
        }
        if (!socket.identity().equals(found.record().identity())) {
            giveUp();
            return;
        }
        bring(found);
    }

    private void bring(Recovery.Found found) {
        granted = socket.rooms();
        socket.membership().bring(found.record().rooms());
        try {
            namespace.review(socket);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "The rooms of a recovered connection could not be reviewed. namespace=" + namespace.name(), e);
            giveUp();
            return;
        }
        execute(() -> takeOver(found));
    }

    /** A step of the worker. */
    private void execute(Runnable step) {
        recovery.execute(() -> {
            try {
                step.run();
            } catch (IllegalStateException | IllegalArgumentException e) {
                LOGGER.log(Level.WARNING, "A client cannot be recovered; it begins afresh.", e);
                client.session().execute(this::giveUp);
            }
        });
    }

    /** From now on nobody else writes the record. */
    private void takeOver(Recovery.Found found) {
        ConnectionRecord own = found.record().takenBy(Recovery.secret(), server.instance(), presented());
        if (recovery.records().replace(pid, found.bytes(), own.toBytes())) {
            server.supersede(found.record().instance(), own);
            register(own);
            catchUp();
        } else {
            client.session().execute(this::findAgain);
        }
    }

    private void findAgain() {
        if (++attempts < ATTEMPTS && client.isOpen()) {
            server.namespaces().enter(namespace.name());
            socket.discard();
            recovery.execute(this::find);
        } else {
            giveUp();
        }
    }

    private void register(ConnectionRecord own) {
        Map<String, Long> allowed = new HashMap<>(socket.membership().joined());
        allowed.keySet().retainAll(own.rooms().keySet());
        replay = new Replay(own, allowed, recovery.config());
        socket.register(Registration.ofTaken(recovery, pid, socket, own));
    }

    private long presented() {
        return auth.get("offset") instanceof String text ? Offset.of(text).map(Offset::position).orElseThrow() : -1;
    }

    /** Reads what it missed, as far as this instance has delivered it; where the client has heard more, it waits for that. */
    private void catchUp() {
        long delivered = server.history().position();
        if (replay.position() > delivered) {
            client.session().executeAfter(PAUSE, this::waitForDelivery);
        } else if (new LogReader(server).bring(replay, delivered)) {
            client.session().execute(this::keep);
        } else {
            client.session().execute(this::giveUp);
        }
    }

    private void waitForDelivery() {
        if (recovery.now() < deadline && client.isOpen()) {
            execute(this::catchUp);
        } else {
            giveUp();
        }
    }

    private void keep() {
        if (client.isOpen()) {
            client.keep(socket);
            kept = true;
            server.dispatcher().inTurn(this::enter);
        } else {
            giveUp();
        }
    }

    /** Between two deliveries. */
    private void enter(Consumer<Client> touch) {
        Optional<List<History.Past>> newest = server.history().after(replay.position());
        newest.ifPresent(all -> all.forEach(replay::take));
        if (newest.isEmpty() || replay.isOver()) {
            client.session().execute(replay.isOver() || ++attempts > ATTEMPTS ? this::giveUp : () -> execute(this::catchUp));
            return;
        }
        namespace.rooms().find(socket.id()).ifPresent(Socket::cutOff);
        replay.missed().forEach(client.session()::offer);
        client.session().offer(Entrance.answer(socket));
        socket.membership().settle(replay.rooms(), granted);
        socket.enter();
        client.session().execute(() -> client.entrance().opened(socket));
        touch.accept(client);
    }

    /** A client that has gone meanwhile may try again. */
    private void giveUp() {
        if (client.isOpen()) {
            client.drop(socket);
            socket.registration().ifPresent(Registration::end);
            server.namespaces().enter(namespace.name());
            socket.discard();
            client.entrance().beginAfresh(namespace, auth);
        } else if (!kept) {
            socket.discard();
        }
    }
}
