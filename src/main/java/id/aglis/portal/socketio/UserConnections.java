package id.aglis.portal.socketio;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many sockets of this instance each user has. */
final class UserConnections {

    private final int limit;
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
    private final ConcurrentMap<Socket, String> claims = new ConcurrentHashMap<>();

    UserConnections(int limit) {
        this.limit = limit;
    }

    /** @return false when the user has as many as allowed already */
    boolean enter(Socket socket, String user) {
        exit(socket);
        AtomicBoolean entered = new AtomicBoolean();
        counts.compute(user, (key, count) -> {
            int now = count == null ? 0 : count;
            entered.set(now < limit);
            return entered.get() ? now + 1 : count;
        });
        if (entered.get()) {
            claims.put(socket, user);
        }
        return entered.get();
    }

    void exit(Socket socket) {
        String user = claims.remove(socket);
        if (user != null) {
            counts.computeIfPresent(user, (key, count) -> count > 1 ? count - 1 : null);
        }
    }
}
