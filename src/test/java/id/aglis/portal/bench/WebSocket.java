package id.aglis.portal.bench;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The client's end of a WebSocket (RFC 6455): the opening handshake, then text messages. */
final class WebSocket implements Receiver {

    /** Hears text messages as a slice of the read buffer, valid only during the call. */
    interface Listener {

        void socketOpened();

        void message(ByteBuffer bytes, int from, int to);

        void socketClosed(String reason);
    }

    private final Frame frame = new Frame();
    private final int mask = ThreadLocalRandom.current().nextInt();
    private final Listener listener;
    private final String request;
    private final Connection connection;
    private boolean open;

    WebSocket(EventLoop loop, InetSocketAddress address, String path, Listener listener) {
        this.listener = listener;
        this.request = "GET " + path + " HTTP/1.1\r\nHost: " + address.getHostString() + ":" + address.getPort()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
        this.connection = loop.connect(address, this);
    }

    @Override
    public void connected() {
        connection.write(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void received(ByteBuffer in) {
        if (open || opens(in)) {
            while (frame.readFrom(in)) {
                dispatch(in);
            }
        }
    }

    private boolean opens(ByteBuffer in) {
        int end = HttpResponse.endOfHead(in);
        if (end < 0) {
            return false;
        }
        String head = HttpResponse.text(in, in.position(), end);
        in.position(end);
        if (!head.startsWith("HTTP/1.1 101")) {
            connection.close("the upgrade was answered with " + head.lines().findFirst().orElse(""));
            return false;
        }
        open = true;
        listener.socketOpened();
        return true;
    }

    private void dispatch(ByteBuffer in) {
        switch (frame.opcode()) {
            case Frame.TEXT -> listener.message(in, frame.from(), frame.to());
            case Frame.PING -> connection.write(Frame.masked(Frame.PONG, HttpResponse.bytes(in, frame.from(), frame.to()), mask));
            case Frame.CLOSE -> connection.close("the server closed the WebSocket" + code(in));
            default -> { }
        }
    }

    private String code(ByteBuffer in) {
        return frame.to() - frame.from() < 2 ? "" : " with " + (in.getShort(frame.from()) & 0xffff);
    }

    void send(byte[] message) {
        connection.write(Frame.masked(Frame.TEXT, message, mask));
    }

    /** Sends messages in one write. */
    void send(List<byte[]> messages) {
        List<byte[]> frames = messages.stream().map(message -> Frame.masked(Frame.TEXT, message, mask)).toList();
        ByteBuffer joined = ByteBuffer.allocate(frames.stream().mapToInt(frame -> frame.length).sum());
        frames.forEach(joined::put);
        connection.write(joined.array());
    }

    boolean isCongested() {
        return connection.isCongested();
    }

    void pause() {
        connection.pause();
    }

    void resume() {
        connection.resume();
    }

    void reset() {
        connection.reset();
    }

    void close() {
        if (open) {
            connection.write(Frame.masked(Frame.CLOSE, new byte[] {0x03, (byte) 0xE8}, mask));
        }
        connection.close("closed by the load generator");
    }

    @Override
    public void closed(String reason) {
        listener.socketClosed(reason);
    }
}
