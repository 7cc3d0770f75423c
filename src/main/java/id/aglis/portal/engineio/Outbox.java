package id.aglis.portal.engineio;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Optional;

/**
 * What waits to be sent to one client, and the link that takes it: one write at a time, bounded in bytes and time. Any thread may put
 * messages in and flush; its lock is never held while a link writes.
 */
final class Outbox {

    private static final Logger LOGGER = System.getLogger(Outbox.class.getName());
    private static final Message[] NONE = {};
    /** An array that grew larger than this is let go when the queue is empty. */
    private static final int KEPT_LENGTH = 16;

    private final Limits limits;
    private final TimerWheel wheel;
    private final Runnable stalled;
    private Message[] pending = NONE;
    private int count;
    private long bytes;
    private long waitingSince;
    private Link link;
    private Link busy;
    private int writes;
    private LinkEnd finish;
    private boolean stalling;
    private boolean closed;

    /** @param stalled called once, when the client does not take what it is sent */
    Outbox(Limits limits, TimerWheel wheel, Runnable stalled) {
        this.limits = limits;
        this.wheel = wheel;
        this.stalled = stalled;
    }

    /** Queues a message; {@link #flush} sends it. */
    void offer(Message message) {
        if (!accepts(message)) {
            stall();
        }
    }

    private void stall() {
        synchronized (this) {
            if (stalling) {
                return;
            }
            stalling = true;
        }
        LOGGER.log(Level.INFO, "A client does not take what it is sent; its connection is cut. reason=stalled");
        stalled.run();
    }

    private synchronized boolean accepts(Message message) {
        if (closed || stalling || finish != null) {
            return true;
        }
        if (message.isDroppable() && bytes > limits.queuedBytes() / 4) {
            return true;
        }
        if (exceedsWith(message)) {
            dropDroppable();
        }
        if (exceedsWith(message) || isOverdue()) {
            return false;
        }
        append(message);
        return true;
    }

    private boolean exceedsWith(Message message) {
        return count > 0 && bytes + message.size() > limits.queuedBytes();
    }

    private boolean isOverdue() {
        return count > 0 && wheel.coarseNow() - waitingSince > limits.queuedTime().toMillis();
    }

    private void dropDroppable() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (pending[i].isDroppable()) {
                bytes -= pending[i].size();
            } else {
                pending[kept++] = pending[i];
            }
        }
        Arrays.fill(pending, kept, count, null);
        count = kept;
    }

    private void append(Message message) {
        if (count == 0) {
            waitingSince = wheel.coarseNow();
        }
        if (count == pending.length) {
            pending = Arrays.copyOf(pending, Math.max(4, count * 2));
        }
        pending[count++] = message;
        bytes += message.size();
    }

    /** Writes what is queued, unless a write is under way or there is no link; what is left then goes when that changes. */
    void flush(FlushRound round) {
        for (Write write = begin(round); write != null; write = end() ? begin(round) : null) {
            if (!write.link.write(write.batch, this::written)) {
                watch(write.number);
                return;
            }
        }
    }

    private synchronized Write begin(FlushRound round) {
        if (busy != null || link == null || count == 0) {
            return null;
        }
        Write write = new Write(link, round.take(pending, count), ++writes);
        remove(write.batch.messages().size());
        busy = link;
        if (link.isOneShot()) {
            link = null;
        }
        return write;
    }

    private void remove(int taken) {
        for (int i = 0; i < taken; i++) {
            bytes -= pending[i].size();
        }
        System.arraycopy(pending, taken, pending, 0, count - taken);
        Arrays.fill(pending, count - taken, count, null);
        count -= taken;
        if (count == 0 && pending.length > KEPT_LENGTH) {
            pending = NONE;
        }
    }

    /** A timer would hold this client for longer than most writes take; they are over by now. */
    private void watch(int number) {
        if (!isWriting(number)) {
            return;
        }
        wheel.after(limits.writeTimeout().toMillis(), () -> {
            if (isWriting(number)) {
                stall();
            }
        });
    }

    private synchronized boolean isWriting(int number) {
        return busy != null && writes == number;
    }

    private void written() {
        if (end()) {
            flush(new FlushRound());
        }
    }

    /** @return whether there is more to write */
    private boolean end() {
        Link finished;
        LinkEnd how;
        synchronized (this) {
            busy = null;
            if (count > 0 || finish == null || link == null) {
                return count > 0;
            }
            finished = link;
            how = finish;
            link = null;
        }
        finished.end(how);
        return false;
    }

    /** Makes this the link that messages go to, unless there is one already. */
    synchronized boolean attach(Link next) {
        if (link != null || closed) {
            return false;
        }
        link = next;
        return true;
    }

    /** Takes the link away; it has no write under way unless it is a WebSocket. */
    synchronized Optional<Link> detach() {
        Optional<Link> detached = Optional.ofNullable(link);
        link = null;
        return detached;
    }

    synchronized boolean isAttached(Link candidate) {
        return link == candidate;
    }

    synchronized boolean hasLink() {
        return link != null;
    }

    /** Ends the link once everything queued is written, and takes nothing more. */
    void finish(LinkEnd how) {
        synchronized (this) {
            finish = how;
            if (busy != null || count > 0) {
                return;
            }
        }
        end();
    }

    /** Drops everything and takes nothing more. */
    synchronized Optional<Link> close() {
        closed = true;
        pending = NONE;
        count = 0;
        bytes = 0;
        return detach();
    }

    /** Drops everything; gives the link to let go of, be it the answer to a poll that is not written yet. */
    synchronized Optional<Link> abandon() {
        return close().or(() -> Optional.ofNullable(busy).filter(Link::isOneShot));
    }

    private record Write(Link link, Batch batch, int number) {
    }
}
