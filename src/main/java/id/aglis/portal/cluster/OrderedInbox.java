package id.aglis.portal.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Hands on what an instance hears of the log: each entry once and in sequence. An entry that comes too early waits a moment for those
 * before it; what does not come by itself is read from the log. Repetitions are dropped, whether they were appended twice on the way to the
 * log or published again under the same event id.
 *
 * <p>It never holds its lock while it waits for the log: those who bring entries may be the ones the log needs to answer.
 */
public final class OrderedInbox implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(OrderedInbox.class.getName());
    /** Longer than a batch of another instance takes to come here, so that a busy machine does not begin to read everything twice. */
    private static final long PATIENCE_MILLIS = 50;
    private static final long CHECK_MILLIS = 1_000;
    /** Entries that are read from the log in one step, here and in {@link SeenEvents}. */
    static final int READ = 500;
    /** Entries that may wait for others; those beyond are read from the log when it is their turn. */
    private static final int EARLY = 10_000;

    private final BroadcastLog log;
    private final Consumer<LogEntry> next;
    private final Consumer<Gap> lost;
    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> check;
    private final NavigableMap<Long, LogEntry> early = new TreeMap<>();
    private final SeenEvents seen = new SeenEvents();
    private final AtomicBoolean repairing = new AtomicBoolean();
    private long expected;
    private boolean watched;
    private long stuckAt;

    /**
     * Begins behind the newest entry of the log, and remembers what was published shortly before it.
     *
     * @param next called in sequence, by one thread at a time; it must not wait
     * @param lost told what the log no longer had; it must not wait
     */
    public OrderedInbox(BroadcastLog log, ScheduledExecutorService timer, Consumer<LogEntry> next, Consumer<Gap> lost) {
        this.log = log;
        this.next = next;
        this.lost = lost;
        this.timer = timer;
        this.expected = log.tail() + 1;
        seen.readBefore(expected, log);
        this.check = timer.scheduleWithFixedDelay(this::repair, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes entries as they come in, from any thread. */
    public void accept(List<LogEntry> entries) {
        if (needsWatch(entries)) {
            timer.schedule(this::repairUnlessMoving, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized boolean needsWatch(List<LogEntry> entries) {
        entries.forEach(this::accept);
        return !watched && watchGap();
    }

    private boolean watchGap() {
        watched = isGap();
        stuckAt = expected;
        return watched;
    }

    /** With several publishers there is a gap most of the time, and it closes by itself; a timer for each would cost more than the entries. */
    private void repairUnlessMoving() {
        if (isStuck()) {
            repair();
        } else {
            accept(List.of());
        }
    }

    private synchronized boolean isStuck() {
        watched = false;
        return isGap() && stuckAt == expected;
    }

    /** Reads what is missing from the log; a log that cannot be reached is asked again by the next check. */
    void repair() {
        if (repairing.compareAndSet(false, true)) {
            try {
                boolean more = true;
                while (more) {
                    more = readNext();
                }
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, "The log of broadcasts cannot be read at the moment.", e);
            } finally {
                repairing.set(false);
            }
        }
    }

    /** The position before the next entry to be handed on. */
    public synchronized long position() {
        return expected - 1;
    }

    /** Whether an entry, handed on or read again, repeats an earlier one, as far as that is remembered. */
    public synchronized boolean isRepetition(LogEntry entry) {
        return seen.isRepetition(entry);
    }

    @Override
    public void close() {
        check.cancel(false);
    }

    /** @return whether more may be missing */
    private boolean readNext() {
        long from = position() + 1;
        int wanted = missing(from);
        List<LogEntry> entries = log.read(from, wanted);
        if (entries.isEmpty()) {
            notice(log.head());
            return false;
        }
        acceptFromLog(entries);
        return entries.size() == READ || isGap();
    }

    /** What was missed may have expired since, or the order may have begun anew, without any entry behind it yet. */
    private synchronized void notice(long oldest) {
        skipTo(oldest);
    }

    /** Up to the first that waits, if one does. */
    private synchronized int missing(long from) {
        return early.isEmpty() ? READ : (int) Math.max(1, Math.min(READ, early.firstKey() - from));
    }

    /** Meanwhile some of them may have come by themselves. */
    private synchronized void acceptFromLog(List<LogEntry> entries) {
        skipTo(entries.get(0).sequence());
        entries.forEach(this::accept);
    }

    private synchronized boolean isGap() {
        return !early.isEmpty();
    }

    private void skipTo(long sequence) {
        if (sequence > expected) {
            Gap gap = new Gap(expected, sequence);
            expected = sequence;
            early.headMap(sequence).clear();
            lost.accept(gap);
        }
    }

    private void accept(LogEntry entry) {
        if (entry.sequence() == expected) {
            handOn(entry);
            for (LogEntry waiting = early.remove(expected); waiting != null; waiting = early.remove(expected)) {
                handOn(waiting);
            }
        } else if (entry.sequence() > expected && early.size() < EARLY) {
            early.put(entry.sequence(), entry);
        }
    }

    private void handOn(LogEntry entry) {
        expected = entry.next();
        if (seen.add(entry)) {
            next.accept(entry);
        }
    }
}
