package id.aglis.portal.protocol;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A WebSocket without a library: what is written goes out as it is, whether it is right or wrong, and nothing is answered. */
final class TcpWebSocket implements AutoCloseable {

    static final int TEXT = 0x81;
    static final int BINARY = 0x82;
    static final int CLOSE = 0x88;
    static final int PING = 0x89;
    /** What comes after everything else: the connection was closed in order, or reset. */
    static final String END = "end";
    static final String RESET = "reset";

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MASK_BYTES = 4;

    private final Socket socket;
    private final DataInputStream in;

    private TcpWebSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    static TcpWebSocket open(String pathAndQuery) throws IOException {
        return openWith(pathAndQuery, new byte[0]);
    }

    /** Sends these frames in one go with the request. */
    static TcpWebSocket openWith(String pathAndQuery, byte[] frames) throws IOException {
        URI uri = Fixture.http("/");
        TcpWebSocket opened = new TcpWebSocket(new Socket(uri.getHost(), uri.getPort()));
        opened.socket.setSoTimeout(PATIENCE_MILLIS);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(("GET " + pathAndQuery + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(frames);
        opened.send(all.toByteArray());
        String head = opened.readHead();
        if (!head.startsWith("HTTP/1.1 101 ")) {
            throw new AssertionError(head);
        }
        return opened;
    }

    /** A frame with a mask of zeros. */
    static byte[] frame(int firstByte, byte... payload) {
        byte[] header = header(firstByte, payload.length);
        return ByteBuffer.allocate(header.length + payload.length).put(header).put(payload).array();
    }

    static byte[] text(String message) {
        return frame(TEXT, message.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] close(int code) {
        return frame(CLOSE, (byte) (code >> 8), (byte) code);
    }

    /** All before the payload. */
    static byte[] header(int firstByte, long length) {
        ByteBuffer header = ByteBuffer.allocate(14).put((byte) firstByte);
        if (length >= 0 && length < 126) {
            header.put((byte) (0x80 | length));
        } else {
            header.put((byte) 0xff).putLong(length);
        }
        byte[] exact = new byte[header.position() + MASK_BYTES];
        header.flip().get(exact, 0, header.limit());
        return exact;
    }

    TcpWebSocket send(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** The next frame: a text as it is, {@code close} with its code, or else its first byte; or how the connection ended. */
    String next() throws IOException {
        try {
            int firstByte = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            byte[] payload = new byte[length < 126 ? length : length == 126 ? in.readUnsignedShort() : (int) in.readLong()];
            in.readFully(payload);
            return switch (firstByte) {
                case TEXT -> new String(payload, StandardCharsets.UTF_8);
                case CLOSE -> "close " + ByteBuffer.wrap(payload).getShort();
                default -> "frame " + firstByte;
            };
        } catch (EOFException e) {
            return END;
        } catch (SocketException e) {
            return RESET;
        }
    }

    /** All to the end of the connection, but what opens a session and pings it. */
    List<String> rest() throws IOException {
        List<String> rest = new ArrayList<>();
        do {
            rest.add(next());
        } while (!rest.contains(END) && !rest.contains(RESET));
        rest.removeIf(frame -> frame.startsWith("0{") || frame.equals("2"));
        return rest;
    }

    private String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
