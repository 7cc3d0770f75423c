package id.aglis.portal.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which a request goes out as it is written, however slow or wrong. */
final class Tcp implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final Socket socket;

    private Tcp(Socket socket) {
        this.socket = socket;
    }

    static Tcp connect() throws IOException {
        URI uri = Fixture.http("/");
        Tcp tcp = new Tcp(new Socket(uri.getHost(), uri.getPort()));
        tcp.socket.setSoTimeout(PATIENCE_MILLIS);
        return tcp;
    }

    /** Sends the head of a request; further header lines may be given. */
    static Tcp request(String method, String pathAndQuery, String... headers) throws IOException {
        URI uri = Fixture.http("/");
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return connect().send(method + " " + pathAndQuery + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n" + lines + "\r\n");
    }

    /** Sends one byte per character. */
    Tcp send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** All that comes before the server closes; asked for with {@code Connection: close}. */
    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The next answer of several on this connection: its head, and a body of the length that is said there. */
    String next() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append(read(1));
        }
        Matcher length = LENGTH.matcher(head);
        String body = length.find() ? read(Integer.parseInt(length.group(1))) : "";
        return head + new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** So many bytes, one per character. */
    String read(int count) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("The server closed the connection.");
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
