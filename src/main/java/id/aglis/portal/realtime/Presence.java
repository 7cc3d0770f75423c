package id.aglis.portal.realtime;

import id.aglis.portal.cluster.Records;
import id.aglis.portal.socketio.Socket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * Which users are connected, on any instance. When that changes, {@link PresenceChanged} is fired on one instance of the cluster: at once
 * when a user comes, and after a grace period when he has gone, be it because his instance was killed.
 */
@ApplicationScoped
public class Presence {

    @Inject
    private Event<PresenceChanged> changed;
    private volatile Optional<Attendance> attendance = Optional.empty();

    /** See {@link Attendance}. */
    void start(String instance, Records records, Supplier<Set<String>> members, Duration grace, ScheduledExecutorService timer,
            Executor lane) {
        attendance = Optional.of(new Attendance(instance, records, members, grace, timer, lane, changed::fire));
    }

    void stop() {
        attendance.ifPresent(Attendance::close);
    }

    /** Counts a socket that has just connected, until it disconnects, as one of that user. */
    public void count(Socket socket, long user) {
        attendance.ifPresent(present -> {
            present.arrive(user);
            socket.onDisconnect(reason -> present.leave(user));
        });
    }

    /** Who is connected; may wait for other instances. */
    public Set<Long> users() {
        return attendance.map(Attendance::users).orElse(Set.of());
    }
}
