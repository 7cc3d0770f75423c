package id.aglis.portal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.PortalProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One slow browser slows nobody, and costs no more than its budget. */
class SlowReadersIT {

    private static final int READERS = 900;
    private static final int STALLED = 100;
    private static final int IN_FLIGHT = 64;
    private static final long OPEN_SECONDS = 60;
    private static final double PER_SECOND = 40;
    /** Large enough that what waits for a stalled reader outgrows the kernel's buffers soon. */
    private static final int PAYLOAD_BYTES = 3_000;
    private static final int QUEUED_BYTES = 1_000_000;
    /** Those who wait share what they wait for, so that it is not a queue for each of them. */
    private static final long HEAP_BYTES_AT_MOST = 10 * QUEUED_BYTES;
    private static final long RESIDENT_BYTES_AT_MOST = STALLED * (long) QUEUED_BYTES;
    private static final long WRITE_TIMEOUT_MILLIS = 5_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration WINDOW = Duration.ofSeconds(4);
    private static final long RETURN_SECONDS = 30;
    private static final int WINDOWS_ELSE = 3;
    private static final int WINDOWS_STALLED = 15;
    private static final double SLOWER_AT_MOST = 1.2;
    /** What other programs may add to one part of the test and not to another. On a quiet machine the printed figures say more. */
    private static final double NOISE_MILLIS = 100;

    private PortalProcess server;
    private Target target;
    private LoopThread thread;

    @BeforeEach
    void start() {
        server = PortalProcess.home(PortalProcess.CONFORMANCE_WAR).with("PORTAL_JAVA_OPTS", "-Dconformance.queued-bytes=" + QUEUED_BYTES
                + " -Dconformance.write-timeout=" + WRITE_TIMEOUT_MILLIS + " -Dconformance.log-capacity=1000"
                + " -Dconformance.ping-interval=60000 -Dconformance.ping-timeout=60000 -Dconformance.connect-timeout=30000").start();
        target = Target.at(server.uri(), server.pid());
        thread = new LoopThread();
    }

    @AfterEach
    void stop() {
        thread.close();
        server.close();
    }

    @Test
    void readers_that_stall_are_let_go_and_nobody_else_notices() throws Exception {
        Deliveries deliveries = new Deliveries();
        Fleet readers = open(READERS, deliveries);
        Returning returning = new Returning();
        Fleet stalled = open(STALLED, returning);
        try (Publishers publisher = Publishers.on(target, PAYLOAD_BYTES)) {
            publisher.publish(PER_SECOND, WARM_UP);
            Footprint footprint = Footprint.of(target);
            long descriptors = descriptors();
            double before = p99(publisher, deliveries, WINDOWS_ELSE);

            stalled.each(Client::pause);
            double during = p99(publisher, deliveries, WINDOWS_STALLED);

            long open = descriptors();
            long unsent = Orphans.of(server.port()).unsentBytes();
            Footprint after = Footprint.of(target);
            double afterwards = p99(publisher, deliveries, WINDOWS_ELSE);
            System.out.printf("slow readers: p99 %.1f ms before, %.1f ms while %d of %d stalled, %.1f ms afterwards;"
                    + " heap %+,d bytes, RSS %+,d bytes, descriptors %+d, unsent %,d bytes%n", before, during, STALLED, READERS + STALLED,
                    afterwards, after.heapBytes() - footprint.heapBytes(), after.residentBytes() - footprint.residentBytes(),
                    open - descriptors, unsent);
            assertEquals(0, readers.lost(), "readers that were lost");
            assertTrue(open <= descriptors - STALLED, open + " descriptors are open, of " + descriptors);
            assertEquals(STALLED, server.log().lines().filter(line -> line.contains("reason=stalled")).count());
            assertTrue(after.heapBytes() - footprint.heapBytes() < HEAP_BYTES_AT_MOST, "The heap has grown.");
            assertTrue(after.residentBytes() - footprint.residentBytes() < RESIDENT_BYTES_AT_MOST, "The process has grown.");
            assertEquals(0, unsent, "bytes that the kernel keeps for connections that were cut");
            assertTrue(during <= Math.max(before, afterwards) * SLOWER_AT_MOST + NOISE_MILLIS, "The others have become slower.");
            stalled.each(Client::resume);
            returning.await();
            returning.heard.begin();
            publisher.publish(PER_SECOND, WINDOW);
            publisher.idle(Duration.ofSeconds(2));
            assertEquals(STALLED * PER_SECOND * WINDOW.toSeconds(), returning.heard.take().getTotalCount());
        }
    }

    /** The median of some windows: what else runs on the machine disturbs one or the other; what disturbs them all, before and after show. */
    private double p99(Publishers publisher, Deliveries deliveries, int windows) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            deliveries.begin();
            publisher.publish(PER_SECOND, WINDOW);
            all.add(Percentiles.of(deliveries.take()).p99());
        }
        System.out.println("slow readers: p99 of each window in ms " + all);
        Collections.sort(all);
        return all.get(windows / 2);
    }

    private Fleet open(int count, ClientListener crew) throws Exception {
        Fleet fleet = new Fleet(thread.loop(), target, Transport.WEBSOCKET, crew);
        thread.await(fleet.open(count, IN_FLIGHT), OPEN_SECONDS);
        return fleet;
    }

    private long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(server.pid()), "fd"))) {
            return open.count();
        }
    }

    /** Clients that come back once they see the end of their connection, and then hear again what is said. */
    private final class Returning implements ClientListener {

        private final CountDownLatch missing = new CountDownLatch(STALLED);
        private final Deliveries heard = new Deliveries();
        private final ClientListener second = new ClientListener() {
            @Override
            public void connected(Client client) {
                missing.countDown();
            }

            @Override
            public void packet(Client client, ByteBuffer bytes, int from, int to) {
                heard.packet(client, bytes, from, to);
            }
        };

        @Override
        public void closed(Client client, String reason) {
            Transport.WEBSOCKET.open(thread.loop(), target, second);
        }

        void await() throws InterruptedException {
            assertTrue(missing.await(RETURN_SECONDS, TimeUnit.SECONDS), missing.getCount() + " stalled readers have not come back.");
        }
    }
}
