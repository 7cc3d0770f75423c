package id.aglis.portal.socketio;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** A part of the application that clients enter on their own: its admissions, its sockets, its rooms. Safe for use by many threads. */
public final class Namespace {

    private final String name;

    Namespace(String name) {
        this.name = name;
    }

    /** Begins with a slash. */
    public String name() {
        return name;
    }

    /** Adds an admission after those that are there. */
    public Namespace use(Admission admission) {
        return this;
    }

    /** Adds someone to tell of each socket that has connected, on that client's own turn, before any of its events. */
    public Namespace onConnection(Consumer<Socket> opened) {
        return this;
    }

    public Broadcast to(String... rooms) {
        return all().to(rooms);
    }

    public Broadcast except(String... rooms) {
        return all().except(rooms);
    }

    /** Everybody in the namespace, on all instances. */
    public Broadcast all() {
        return new Broadcast();
    }

    public Broadcast local() {
        return all().local();
    }

    public Broadcast asVolatile() {
        return all().asVolatile();
    }

    /** The sockets connected to this instance. */
    public Collection<Socket> sockets() {
        return List.of();
    }
}
