package id.aglis.portal.socketio;

import id.aglis.portal.cluster.Records;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of one connected socket, written when it connects and when its rooms change, seldom besides, and not when its connection is
 * lost: it is there already when an instance dies. Nothing here waits but the worker; while it writes, changes collect.
 */
final class Registration {

    private static final Logger LOGGER = System.getLogger(Registration.class.getName());

    private enum State { OPEN, LOST, ENDED, SUPERSEDED }

    private final Recovery recovery;
    private final String pid;
    private final Socket socket;
    /** The record as it is to be, but for rooms and position. */
    private final ConnectionRecord first;
    /** As it stands; empty when there is none. */
    private byte[] written = {};
    private State state = State.OPEN;
    private long confirmed;
    private long writtenPosition;
    private long writtenAt;
    private boolean writing;
    private boolean again;
    private List<Runnable> waiting = List.of();

    private Registration(Recovery recovery, String pid, Socket socket, ConnectionRecord first) {
        this.recovery = recovery;
        this.pid = pid;
        this.socket = socket;
        this.first = first.with(first.identity(), first.position(), Map.of());
        this.confirmed = first.position();
    }

    /** Of a connection that has no record yet. */
    static Registration ofNew(Recovery recovery, Socket socket, ConnectionRecord record) {
        return new Registration(recovery, Recovery.secret(), socket, record);
    }

    /** Of one whose record stands as given. */
    static Registration ofTaken(Recovery recovery, String pid, Socket socket, ConnectionRecord record) {
        Registration taken = new Registration(recovery, pid, socket, record);
        taken.writtenIs(record.toBytes(), record.position());
        return taken;
    }

    /** The secret by which the client asks for this record. */
    String pid() {
        return pid;
    }

    String connection() {
        return first.connection();
    }

    /** The rooms are others now; from any thread. */
    void changed() {
        synchronized (this) {
            if (writing || state == State.SUPERSEDED) {
                again = true;
                return;
            }
            writing = true;
        }
        recovery.execute(this::write);
    }

    /** Does something once the record says what is so now, or cannot be written. */
    void whenWritten(Runnable action) {
        synchronized (this) {
            if (writing && state == State.OPEN) {
                waiting = new ArrayList<>(waiting);
                waiting.add(action);
                return;
            }
        }
        action.run();
    }

    /** The client has received everything up to that position. */
    void confirm(long position) {
        if (takeConfirmed(position)) {
            changed();
        }
    }

    private synchronized boolean takeConfirmed(long position) {
        confirmed = Math.max(confirmed, position);
        return !writing && (isOld() || confirmed - writtenPosition >= recovery.config().advance());
    }

    /** The client may come back. */
    synchronized void lose() {
        if (state == State.OPEN) {
            state = State.LOST;
        }
    }

    /** The client has left, or was sent away: it will not come back as this socket. */
    void end() {
        synchronized (this) {
            if (state == State.SUPERSEDED) {
                return;
            }
            state = State.ENDED;
        }
        recovery.ends(pid);
        changed();
    }

    private void write() {
        List<Runnable> covered = takeWaiting();
        try {
            if (isEnded()) {
                remove();
            } else {
                writeIfNew(record());
            }
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The record of a connection cannot be written at the moment.", e);
        }
        covered.forEach(Runnable::run);
        if (isToBeWrittenAgain()) {
            recovery.execute(this::write);
        } else {
            takeWaiting().forEach(Runnable::run);
        }
    }

    private synchronized List<Runnable> takeWaiting() {
        List<Runnable> taken = waiting;
        waiting = List.of();
        return taken;
    }

    private void remove() {
        try {
            recovery.records().remove(pid, written);
        } finally {
            recovery.hasEnded(pid);
        }
    }

    private synchronized boolean isEnded() {
        return state == State.ENDED;
    }

    private synchronized boolean isToBeWrittenAgain() {
        writing = again && state != State.SUPERSEDED;
        again = false;
        return writing;
    }

    /** The rooms are asked for without a lock held: they hold one of their own when they say that they have changed. */
    private ConnectionRecord record() {
        long position = beginRecord();
        return first.with(socket.identity(), position, socket.membership().joined());
    }

    /** What changes from here on is written once more. @return what the client has confirmed */
    private synchronized long beginRecord() {
        again = false;
        return confirmed;
    }

    /** When many clients come back at once, most are in the rooms that they were in, and the record was written a moment ago. */
    private void writeIfNew(ConnectionRecord record) {
        if (written.length == 0 || isOld() || !record.equals(ConnectionRecord.of(written))) {
            write(record);
        }
    }

    private synchronized boolean isOld() {
        return recovery.now() - writtenAt >= recovery.config().renewal().toMillis();
    }

    private void write(ConnectionRecord record) {
        Records records = recovery.records();
        byte[] next = record.toBytes();
        boolean done = written.length == 0 ? records.add(pid, next) : records.replace(pid, written, next);
        if (done || isRestored(next)) {
            writtenIs(next, record.position());
        } else {
            supersede();
        }
    }

    /** It had expired, or what was written has come in although the answer was lost. @return false when somebody else has taken over */
    private boolean isRestored(byte[] next) {
        Records records = recovery.records();
        Optional<byte[]> found = records.find(pid);
        if (found.isEmpty()) {
            return records.add(pid, next);
        }
        boolean own = ConnectionRecord.of(found.get()).connection().equals(connection());
        return own && (Arrays.equals(found.get(), next) || records.replace(pid, found.get(), next));
    }

    private synchronized void writtenIs(byte[] record, long position) {
        written = record;
        writtenPosition = position;
        writtenAt = recovery.now();
    }

    private void supersede() {
        synchronized (this) {
            state = State.SUPERSEDED;
        }
        socket.cutOff();
    }
}
