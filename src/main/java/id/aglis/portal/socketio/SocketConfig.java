package id.aglis.portal.socketio;

import java.time.Duration;

/**
 * How a {@link SocketServer} behaves.
 *
 * @param connectTimeout      time a new client has to enter a first namespace; default 45 s
 * @param maxAttachments      binary parts one packet may have; default 10
 * @param roomsPerSocket      rooms one socket may be in; default 1,000
 * @param namespacesPerClient namespaces one client may be in; default 20
 * @param connectionsPerUser  sockets that may claim the same user, see {@link Socket#claim}; default 50
 */
public record SocketConfig(Duration connectTimeout, int maxAttachments, int roomsPerSocket, int namespacesPerClient,
        int connectionsPerUser) {

    public SocketConfig {
        if (connectTimeout.isNegative() || connectTimeout.isZero()) {
            throw new IllegalArgumentException("connectTimeout is a positive time, not " + connectTimeout + ".");
        }
        if (maxAttachments < 0 || roomsPerSocket < 1 || namespacesPerClient < 1 || connectionsPerUser < 1) {
            throw new IllegalArgumentException("Every limit is at least 1.");
        }
    }

    public static SocketConfig defaults() {
        return new SocketConfig(Duration.ofSeconds(45), 10, 1_000, 20, 50);
    }

    public SocketConfig withConnectTimeout(Duration timeout) {
        return new SocketConfig(timeout, maxAttachments, roomsPerSocket, namespacesPerClient, connectionsPerUser);
    }
}
