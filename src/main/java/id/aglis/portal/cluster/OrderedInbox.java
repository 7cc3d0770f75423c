package id.aglis.portal.cluster;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hands on what an instance hears of the log: each entry once and in sequence. An entry that comes too early waits a moment for those
 * before it; what does not come by itself is read from the log. Repetitions of an event id are dropped, as long as it is remembered.
 */
public final class OrderedInbox implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 20;
    private static final long CHECK_MILLIS = 1_000;
    private static final int READ = 500;
    private static final int REMEMBERED = 20_000;

    private final BroadcastLog log;
    private final Consumer<LogEntry> next;
    private final Consumer<Long> lost;
    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> check;
    private final NavigableMap<Long, LogEntry> early = new TreeMap<>();
    private final RecentIds seen = new RecentIds(REMEMBERED);
    private long expected;

    /**
     * Begins behind the newest entry of the log.
     *
     * @param next called in sequence, by one thread at a time; it must not wait
     * @param lost told how many entries the log no longer had
     */
    public OrderedInbox(BroadcastLog log, ScheduledExecutorService timer, Consumer<LogEntry> next, Consumer<Long> lost) {
        this.log = log;
        this.next = next;
        this.lost = lost;
        this.timer = timer;
        this.expected = log.tail() + 1;
        this.check = timer.scheduleWithFixedDelay(this::repair, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes entries as they come in, from any thread. */
    public synchronized void accept(List<LogEntry> entries) {
        boolean waited = !early.isEmpty();
        entries.forEach(this::accept);
        if (!waited && !early.isEmpty()) {
            timer.schedule(this::repair, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Reads what is missing from the log. */
    synchronized void repair() {
        long tail = log.tail();
        while (expected <= tail) {
            List<LogEntry> missing = log.read(expected, READ);
            if (missing.isEmpty()) {
                return;
            }
            skipTo(missing.get(0).sequence());
            missing.forEach(this::accept);
        }
    }

    /** The sequence of the last entry handed on. */
    public synchronized long position() {
        return expected - 1;
    }

    @Override
    public void close() {
        check.cancel(false);
    }

    private void accept(LogEntry entry) {
        if (entry.sequence() == expected) {
            handOn(entry);
            for (LogEntry waiting = early.remove(expected); waiting != null; waiting = early.remove(expected)) {
                handOn(waiting);
            }
        } else if (entry.sequence() > expected) {
            early.put(entry.sequence(), entry);
        }
    }

    private void handOn(LogEntry entry) {
        expected = entry.sequence() + 1;
        if (seen.add(entry.eventId())) {
            next.accept(entry);
        }
    }

    private void skipTo(long sequence) {
        if (sequence > expected) {
            lost.accept(sequence - expected);
            expected = sequence;
            early.headMap(sequence).clear();
        }
    }
}
