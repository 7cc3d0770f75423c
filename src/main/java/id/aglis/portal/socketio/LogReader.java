package id.aglis.portal.socketio;

import id.aglis.portal.cluster.LogEntry;
import java.util.List;
import java.util.Optional;

/** Reads what a client has missed: from the log itself, until it comes to what this instance remembers. May wait. */
final class LogReader {

    private static final int READ = 500;

    private final SocketServer server;

    LogReader(SocketServer server) {
        this.server = server;
    }

    /**
     * Brings a replay as far as this instance has delivered.
     *
     * @return false when the client has to begin afresh, because the log no longer has all of it, say
     */
    boolean bring(Replay replay, long delivered) {
        while (replay.position() < delivered && !replay.isOver()) {
            Optional<List<History.Past>> remembered = server.history().after(replay.position());
            if (remembered.isPresent()) {
                remembered.get().forEach(replay::take);
                return !replay.isOver();
            }
            if (!read(replay, delivered)) {
                return false;
            }
        }
        return !replay.isOver();
    }

    private boolean read(Replay replay, long delivered) {
        List<LogEntry> entries = server.log().read(replay.position() + 1, READ);
        for (LogEntry entry : entries) {
            if (entry.sequence() != replay.position() + 1) {
                return false;
            }
            if (entry.sequence() > delivered) {
                return true;
            }
            take(replay, entry);
        }
        return !entries.isEmpty();
    }

    private void take(Replay replay, LogEntry entry) {
        long position = entry.next() - 1;
        if (server.isRepetition(entry)) {
            replay.pass(position);
            return;
        }
        RoomOp op = RoomOpCodec.decode(entry.bytes());
        replay.take(position, op, () -> server.message((RoomOp.Emit) op, position));
    }
}
