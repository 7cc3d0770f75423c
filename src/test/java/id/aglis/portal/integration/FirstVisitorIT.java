package id.aglis.portal.integration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.PortalProcess;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** An instance that has served nothing but sockets so far, as one that comes back amid a storm of browsers: all it needs must be there for them. */
class FirstVisitorIT {

    private static final String PATH = "/socket.io/?EIO=4&transport=polling";
    private static final int ANSWER_MILLIS = 20_000;

    @Test
    void is_let_in_by_an_instance_that_has_served_nothing_else() throws IOException, SQLException {
        try (PortalCluster portal = PortalCluster.start(PortalProcess.home(PortalProcess.PORTAL_WAR), 2)) {
            String connect = "40{\"token\":\"" + portal.signIn(0, "admin").token() + "\"}";
            URI fresh = portal.instance(1).uri();
            try (Socket socket = new Socket(fresh.getHost(), fresh.getPort())) {
                socket.setSoTimeout(ANSWER_MILLIS);
                String session = PATH + "&sid=" + ask(socket, "GET", PATH, "").replaceFirst("(?s).*\"sid\":\"([^\"]*)\".*", "$1");
                ask(socket, "POST", session, connect);
                String answer = ask(socket, "GET", session, "");
                assertTrue(answer.contains("\r\n\r\n40{"), answer);
            }
        }
    }

    /** On the connection of the request before, as a proxy does. */
    private static String ask(Socket socket, String method, String path, String body) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\nHost: portal\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) socket.getInputStream().read());
        }
        int length = Integer.parseInt(answer.toString().replaceFirst("(?is).*content-length: *(\\d+).*", "$1"));
        return answer + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }
}
