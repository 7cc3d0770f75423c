package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All clients come at once, and leave at once: one task each for the container, more than its queue holds by default. */
class ReconnectStormIT {

    private static final int CLIENTS = 5_000;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final Pattern NOISE = Pattern.compile("(?m)^.* (WARNING|SEVERE) .*$|RejectedExecution|executor.*full");

    private final URI server = Fixture.http("");
    private final byte[] upgrade = ("GET /patient/engine.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: " + server.getAuthority()
            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    private final ByteBuffer inbox = ByteBuffer.allocate(4096);
    private int opened;
    private int ended;

    @Test
    void refuses_no_task() throws IOException {
        int logged = Fixture.log().length();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < CLIENTS; i++) {
                connect(selector);
            }
            serveUntilAll(selector, () -> opened);
            for (SelectionKey key : selector.keys()) {
                ((SocketChannel) key.channel()).shutdownOutput();
            }
            serveUntilAll(selector, () -> ended);
        }
        String log = Fixture.log().substring(logged);
        assertFalse(NOISE.matcher(log).find(), log);
        try (Wire wire = Wire.open("/patient/engine.io/?EIO=4&transport=websocket")) {
            assertTrue(wire.next().toString().startsWith("0{"));
            assertEquals("4x", wire.send("4x").nextButPing());
        }
    }

    private void connect(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        boolean connected = channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        SelectionKey key = channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, Boolean.FALSE);
        if (connected) {
            upgrade(key);
        }
    }

    private void serveUntilAll(Selector selector, Count count) throws IOException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (count.now() < CLIENTS) {
            assertTrue(System.currentTimeMillis() < deadline, () -> opened + " opened, " + ended + " ended.");
            selector.select(this::serve, 100);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isConnectable()) {
                ((SocketChannel) key.channel()).finishConnect();
                upgrade(key);
            } else {
                read(key);
            }
        } catch (IOException e) {
            throw new AssertionError("The server broke a connection.", e);
        }
    }

    private void upgrade(SelectionKey key) throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        ((SocketChannel) key.channel()).write(ByteBuffer.wrap(upgrade));
    }

    private void read(SelectionKey key) throws IOException {
        inbox.clear();
        int count = ((SocketChannel) key.channel()).read(inbox);
        if (count < 0) {
            ended++;
            key.cancel();
            key.channel().close();
        } else if (key.attachment() == Boolean.FALSE) {
            key.attach(Boolean.TRUE);
            assertTrue(new String(inbox.array(), 0, count, StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 101"));
            opened++;
        }
    }

    private interface Count {
        int now();
    }
}
