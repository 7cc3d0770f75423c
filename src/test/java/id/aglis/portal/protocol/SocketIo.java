package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Connections to the fixture's namespaces. */
final class SocketIo {

    static final String PATH = "/patient/socket.io/";
    static final String SOCKET = PATH + "?EIO=4&transport=websocket";

    private SocketIo() {
    }

    /** An Engine.IO session that has not connected yet. */
    static Wire open() {
        Wire wire = Wire.open(SOCKET);
        wire.next();
        return wire;
    }

    /** A client of the main namespace. */
    static Wire connect() {
        Wire wire = open().send("40");
        String reply = wire.nextButPing().toString();
        assertTrue(reply.matches("40\\{\"sid\":\"[\\w-]{20}\"}"), reply);
        assertEquals("42[\"auth\",{}]", wire.nextButPing());
        return wire;
    }
}
