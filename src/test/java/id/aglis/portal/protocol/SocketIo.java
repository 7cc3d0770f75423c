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

    /** A client of the main namespace over polling: the path of its session with the query. */
    static String poll() {
        String session = Http.open(PATH);
        Http.post(session, "40");
        String reply = Http.get(session).body();
        // The event of the fixture may come with the next poll.
        reply += reply.contains("auth") ? "" : "\u001e" + Http.get(session).body();
        assertTrue(reply.matches("40\\{\"sid\":\"[\\w-]{20}\"}\u001e42\\[\"auth\",\\{}]"), reply);
        return session;
    }
}
