package id.aglis.portal.socketio;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The answers one socket still owes. */
final class Acks {

    private final ConcurrentMap<Long, CompletableFuture<Arguments>> pending = new ConcurrentHashMap<>(2);
    private volatile boolean closed;

    /** Fails with a {@link CancellationException} when the socket leaves before it answers. */
    CompletableFuture<Arguments> expect(long id) {
        CompletableFuture<Arguments> answer = new CompletableFuture<>();
        pending.put(id, answer);
        if (closed) {
            cancel();
        }
        return answer;
    }

    /** An answer nobody waits for any more is dropped. */
    void answered(long id, Arguments arguments) {
        CompletableFuture<Arguments> answer = pending.remove(id);
        if (answer != null) {
            answer.complete(arguments);
        }
    }

    void forget(long id) {
        pending.remove(id);
    }

    void close() {
        closed = true;
        cancel();
    }

    private void cancel() {
        for (Long id : pending.keySet()) {
            CompletableFuture<Arguments> answer = pending.remove(id);
            if (answer != null) {
                answer.completeExceptionally(new CancellationException("The socket left."));
            }
        }
    }
}
