package id.aglis.portal.socketio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A part of the application that clients enter on their own: its admissions, its sockets, its rooms. Safe for use by many threads. */
public final class Namespace {

    private static final Logger LOGGER = System.getLogger(Namespace.class.getName());

    private final String name;
    private final Publisher publisher;
    private final Rooms rooms = new Rooms();
    private final AtomicLong ackIds = new AtomicLong();
    private final List<Admission> admissions = new CopyOnWriteArrayList<>();
    private final List<Consumer<Socket>> reviews = new CopyOnWriteArrayList<>();
    private final List<Consumer<Socket>> openings = new CopyOnWriteArrayList<>();
    private final Map<String, EventHandler> serverSide = new ConcurrentHashMap<>(4);

    Namespace(String name, Publisher publisher) {
        if (!name.startsWith("/") || name.contains(",")) {
            throw new IllegalArgumentException("The name of a namespace begins with a slash and has no comma.");
        }
        this.name = name;
        this.publisher = publisher;
    }

    /** Begins with a slash; {@code /} is the main namespace. */
    public String name() {
        return name;
    }

    /** Adds an admission after those that are there. */
    public Namespace use(Admission admission) {
        admissions.add(admission);
        return this;
    }

    /** Adds someone to tell of each socket that has connected, on that client's own turn, before any of its events. */
    public Namespace onConnection(Consumer<Socket> opened) {
        openings.add(opened);
        return this;
    }

    /**
     * Adds someone who looks at each socket that is about to be recovered, when it has been admitted and has the rooms of its earlier
     * connection again, and who takes it out of those that it may no longer be in: what was said there meanwhile it will not hear.
     */
    public Namespace onRecovery(Consumer<Socket> review) {
        reviews.add(review);
        return this;
    }

    /** The sockets in any of these rooms, on all instances. */
    public Broadcast to(String... chosen) {
        return all().to(chosen);
    }

    /** Another word for {@link #to}. */
    public Broadcast in(String... chosen) {
        return to(chosen);
    }

    /** Everybody but the sockets in any of these rooms, on all instances. */
    public Broadcast except(String... left) {
        return all().except(left);
    }

    /** Everybody in the namespace, on all instances. */
    public Broadcast all() {
        return Broadcast.toAll(name, publisher);
    }

    /** Everybody on this instance, past the cluster's order. */
    public Broadcast local() {
        return all().local();
    }

    /** Everybody who can take it at once. */
    public Broadcast asVolatile() {
        return all().asVolatile();
    }

    /** The sockets connected to this instance. */
    public Collection<Socket> sockets() {
        return List.of(rooms.everybody());
    }

    /**
     * Sends an event to the other instances themselves, in the order of broadcasts; see {@link #onServerSide}.
     *
     * @param arguments as those of {@link Socket#emit}; objects of application classes arrive as maps
     * @return the position in the log, once it is kept; fails when the log cannot be reached
     * @throws IllegalArgumentException when the event name is reserved, or an argument has no JSON form
     */
    public CompletionStage<Long> serverSideEmit(String event, Object... arguments) {
        return publisher.tellOthers(name, Payload.ofEvent(event, arguments));
    }

    /** As {@link #serverSideEmit}; gives what the others answered when all have, or the time is over; never fails for a missing answer. */
    public CompletionStage<InstanceAnswers> serverSideEmitWithAck(Duration timeout, String event, Object... arguments) {
        return publisher.askOthers(name, Payload.ofEvent(event, arguments), timeout).thenApply(InstanceAnswers::of);
    }

    /**
     * Registers the one handler of an event that other instances send to this one, in place of an earlier one. Such handlers run one at a
     * time, in the order of the log, on a thread that may wait; meanwhile the others, and those who ask for sockets here, wait too.
     */
    public Namespace onServerSide(String event, EventHandler handler) {
        serverSide.put(event, handler);
        return this;
    }

    Optional<EventHandler> serverSide(String event) {
        return Optional.ofNullable(serverSide.get(event));
    }

    Rooms rooms() {
        return rooms;
    }

    long nextAckId() {
        return ackIds.getAndIncrement();
    }

    /** @throws RuntimeException when it cannot be decided */
    void admit(Socket socket) throws ConnectRefused {
        try {
            for (Admission admission : admissions) {
                admission.admit(socket);
            }
        } catch (LimitExceeded e) {
            throw new ConnectRefused(e.getMessage());
        }
    }

    /** @throws RuntimeException when the rooms cannot be decided upon */
    void review(Socket socket) {
        reviews.forEach(review -> review.accept(socket));
    }

    void opened(Socket socket) {
        openings.forEach(opening -> tell(opening, socket));
    }

    private void tell(Consumer<Socket> opening, Socket socket) {
        try {
            opening.accept(socket);
        } catch (LimitExceeded e) {
            LOGGER.log(Level.DEBUG, "A connection handler met a limit.", e);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "A connection handler failed. namespace=" + name, e);
        }
    }
}
