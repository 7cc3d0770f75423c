package id.aglis.portal.socketio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
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

    Rooms rooms() {
        return rooms;
    }

    long nextAckId() {
        return ackIds.getAndIncrement();
    }

    void admit(Socket socket) throws ConnectRefused {
        try {
            for (Admission admission : admissions) {
                admission.admit(socket);
            }
        } catch (LimitExceeded e) {
            throw new ConnectRefused(e.getMessage());
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "An admission failed. namespace=" + name, e);
            throw new ConnectRefused("Internal error");
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
