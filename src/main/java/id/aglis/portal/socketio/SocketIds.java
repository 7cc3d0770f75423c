package id.aglis.portal.socketio;

import java.security.SecureRandom;
import java.util.Base64;

/** Public ids of sockets: 20 characters nobody can guess. */
final class SocketIds {

    private static final int BYTES = 15;
    private static final SecureRandom RANDOMNESS = new SecureRandom();

    private SocketIds() {
    }

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOMNESS.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
