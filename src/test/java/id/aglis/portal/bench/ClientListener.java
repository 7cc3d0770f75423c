package id.aglis.portal.bench;

import java.nio.ByteBuffer;

/** Hears the clients of one event loop, on its thread. */
interface ClientListener {

    /** The client has entered the main namespace (and has finished its upgrade, if it makes one). */
    default void connected(Client client) { }

    /** A Socket.IO packet, as a slice of the read buffer that is valid only during the call. */
    default void packet(Client client, ByteBuffer bytes, int from, int to) { }

    /** The connection ended, or was never made. */
    default void closed(Client client, String reason) { }
}
