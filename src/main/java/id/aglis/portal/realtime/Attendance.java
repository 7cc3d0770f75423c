package id.aglis.portal.realtime;

import id.aglis.portal.cluster.Records;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Keeps, for every user with a socket anywhere, on which instances. A record changes only in the hands of who knows how it stands, so that
 * of several instances one sees the first socket come and one the last go; what an instance that was killed has left is cleared by one of
 * those that are left.
 */
final class Attendance implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(Attendance.class.getName());
    /** How often the members are looked at, and how soon something is tried again, in milliseconds. */
    private static final long PERIOD = 1_000;

    private final String instance;
    private final Records records;
    private final Supplier<Set<String>> members;
    private final Duration grace;
    private final ScheduledExecutorService timer;
    private final Executor lane;
    private final Consumer<PresenceChanged> told;
    /** Sockets here, by user. */
    private final Map<Long, Integer> here = new HashMap<>();
    /** When users without a socket here will be missed. */
    private final Map<Long, Future<?>> away = new HashMap<>();
    private final Future<?> watch;
    private Set<String> known = Set.of();
    /** Whether the cluster could not be asked the last time; of the lane. */
    private volatile boolean failing;

    /**
     * @param members the instances that are alive, in text form
     * @param grace   how long somebody may be away without being missed
     * @param lane    runs one task at a time, on a thread that may wait
     */
    Attendance(String instance, Records records, Supplier<Set<String>> members, Duration grace, ScheduledExecutorService timer,
            Executor lane, Consumer<PresenceChanged> told) {
        this.instance = instance;
        this.records = records;
        this.members = members;
        this.grace = grace;
        this.timer = timer;
        this.lane = lane;
        this.told = told;
        this.watch = timer.scheduleWithFixedDelay(this::look, PERIOD, PERIOD, TimeUnit.MILLISECONDS);
    }

    /** A socket of that user has come. */
    void arrive(long user) {
        if (isFirst(user)) {
            attempt(() -> enter(user));
        }
    }

    /** A socket that had arrived is gone. */
    synchronized void leave(long user) {
        if (here.merge(user, -1, (sockets, change) -> sockets == 1 ? null : sockets + change) == null) {
            away.put(user, timer.schedule(() -> miss(user), grace.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** Who is connected; may wait for other instances. */
    Set<Long> users() {
        Set<Long> users = new HashSet<>();
        records.keys().forEach(key -> users.add(Long.valueOf(key)));
        return users;
    }

    private synchronized boolean isFirst(long user) {
        Future<?> missed = away.remove(user);
        if (missed != null) {
            missed.cancel(false);
        }
        return here.merge(user, 1, Integer::sum) == 1;
    }

    private synchronized boolean isHere(long user) {
        return here.containsKey(user);
    }

    private synchronized Set<Long> here() {
        return Set.copyOf(here.keySet());
    }

    private void miss(long user) {
        synchronized (this) {
            away.remove(user);
        }
        attempt(() -> exit(user));
    }

    private void attempt(Runnable task) {
        lane.execute(() -> {
            try {
                task.run();
                failing = false;
            } catch (IllegalStateException e) {
                LOGGER.log(failing ? Level.DEBUG : Level.WARNING, "The cluster cannot be asked who is there; it will be asked again.", e);
                failing = true;
                timer.schedule(() -> attempt(task), PERIOD, TimeUnit.MILLISECONDS);
            }
        });
    }

    private void enter(long user) {
        if (isHere(user)) {
            change(user, record -> record.with(instance));
        }
    }

    private void exit(long user) {
        if (!isHere(user)) {
            change(user, record -> record.without(instance));
        }
    }

    /** Until nobody else has changed it meanwhile. */
    private void change(long user, UnaryOperator<PresenceRecord> step) {
        String key = Long.toString(user);
        for (boolean done = false; !done;) {
            Optional<byte[]> found = records.find(key);
            PresenceRecord before = found.map(PresenceRecord::of).orElse(new PresenceRecord(Set.of()));
            PresenceRecord after = step.apply(before);
            done = before.equals(after) || write(key, found, after);
            if (done && before.isEmpty() != after.isEmpty()) {
                told.accept(new PresenceChanged(user, before.isEmpty()));
            }
        }
    }

    private boolean write(String key, Optional<byte[]> found, PresenceRecord record) {
        if (found.isEmpty()) {
            return records.add(key, record.toBytes());
        }
        return record.isEmpty() ? records.remove(key, found.get()) : records.replace(key, found.get(), record.toBytes());
    }

    /**
     * The browsers of an instance that has gone have as long to come to another one as those that reload a page. When a cluster that was
     * split is one again, others may have cleared who is here. To an instance that has just started all are new, and any may have gone.
     */
    private void look() {
        Set<String> present = members.get();
        if (!known.containsAll(present)) {
            later(() -> here().forEach(this::enter));
        }
        if (!known.equals(present)) {
            later(this::clear);
        }
        known = present;
    }

    private void later(Runnable task) {
        timer.schedule(() -> attempt(task), grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One instance reads all records, for the whole cluster; should it go, too, that is a change for the next. */
    private void clear() {
        if (members.get().stream().min(Comparator.naturalOrder()).filter(instance::equals).isPresent()) {
            records.keys().forEach(key -> change(Long.parseLong(key), record -> record.onlyOn(members.get())));
        }
    }

    @Override
    public void close() {
        watch.cancel(false);
    }
}
