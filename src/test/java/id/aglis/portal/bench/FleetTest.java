package id.aglis.portal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FleetTest {

    private static final int CLIENTS = 5;
    private static final int BROADCASTS = 10_000;

    @Test
    void opens_clients_and_hears_every_broadcast_they_receive() throws Exception {
        CountDownLatch broadcasts = new CountDownLatch(BROADCASTS);
        try (ServerSocketChannel server = ServerSocketChannel.open(); LoopThread thread = new LoopThread()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread source = new Thread(() -> serve(server), "source");
            source.start();
            Fleet fleet = new Fleet(thread.loop(), new Target((InetSocketAddress) server.getLocalAddress(), 0), Transport.WEBSOCKET,
                    new ClientListener() {
                        @Override
                        public void packet(Client client, ByteBuffer bytes, int from, int to) {
                            assertTrue(Stamped.isIn(bytes, from, to));
                            broadcasts.countDown();
                        }
                    });
            thread.await(fleet.open(CLIENTS, 1), 10);
            assertTrue(broadcasts.await(10, TimeUnit.SECONDS));
            assertEquals(0, fleet.lost());
            fleet.close();
            source.join();
        }
    }

    private static void serve(ServerSocketChannel server) {
        try {
            RawFrameSource.serve(server, CLIENTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
