package id.aglis.portal.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The fastest server there can be: lets a number of WebSockets in and then writes the same ready frames to all of them, as fast as they are
 * read. What the load generator counts against it is the limit of the load generator.
 */
final class RawFrameSource {

    private static final int FRAMES_PER_WRITE = 64;
    private static final byte[] ADMISSION = Client.ascii("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");

    private RawFrameSource() { }

    /** Arguments: the number of sockets to wait for, and the port. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[1]);
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_024);
            System.out.println("ready http://127.0.0.1:" + port);
            serve(server, Integer.parseInt(arguments[0]));
        }
    }

    /** Lets {@code count} sockets in and feeds them until the first of them leaves. */
    static void serve(ServerSocketChannel server, int count) throws IOException {
        List<SocketChannel> sockets = admit(server, count);
        try {
            blast(sockets);
        } catch (IOException left) {
            for (SocketChannel socket : sockets) {
                socket.close();
            }
        }
    }

    private static List<SocketChannel> admit(ServerSocketChannel server, int count) throws IOException {
        List<SocketChannel> sockets = new ArrayList<>();
        ByteBuffer request = ByteBuffer.allocate(4_096);
        while (sockets.size() < count) {
            SocketChannel socket = server.accept();
            socket.read(request.clear());
            socket.write(ByteBuffer.wrap(ADMISSION));
            socket.write(frame("0{\"sid\":\"a\"}"));
            socket.read(request.clear());
            socket.write(frame("40{\"sid\":\"b\"}"));
            socket.configureBlocking(false);
            sockets.add(socket);
        }
        return sockets;
    }

    private static ByteBuffer frame(String text) {
        byte[] payload = Client.ascii(text);
        ByteBuffer frame = ByteBuffer.allocate(4 + payload.length).put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 126).putShort((short) payload.length);
        }
        return frame.put(payload).flip();
    }

    private static void blast(List<SocketChannel> sockets) throws IOException {
        ByteBuffer frame = frame("4" + Stamped.packet(Long.MAX_VALUE));
        ByteBuffer frames = ByteBuffer.allocateDirect(FRAMES_PER_WRITE * frame.remaining());
        for (int i = 0; i < FRAMES_PER_WRITE; i++) {
            frames.put(frame.rewind());
        }
        ByteBuffer[] unsent = sockets.stream().map(socket -> frames.duplicate().flip()).toArray(ByteBuffer[]::new);
        while (true) {
            for (int i = 0; i < unsent.length; i++) {
                sockets.get(i).write(unsent[i]);
                if (!unsent[i].hasRemaining()) {
                    unsent[i].rewind();
                }
            }
        }
    }
}
