package id.aglis.portal.bench;

import java.nio.ByteBuffer;

/** Hears the clients of one event loop, on its thread. */
public interface ClientListener {

    /** The handshake is answered: what the client shows to enter the main namespace, as a JSON object, or nothing. */
    default String auth(Client client) {
        return "";
    }

    /** The server lets the client into the main namespace; {@code answer} is the JSON that it says so with. */
    default void admitted(Client client, String answer) { }

    /** The server has asked whether the client is there, which answers by itself. */
    default void pinged(Client client) { }

    /** The client has entered the main namespace (and has finished its upgrade, if it makes one). */
    default void connected(Client client) { }

    /** A Socket.IO packet, as a slice of the read buffer that is valid only during the call. */
    default void packet(Client client, ByteBuffer bytes, int from, int to) { }

    /** The connection ended, or was never made. */
    default void closed(Client client, String reason) { }
}
