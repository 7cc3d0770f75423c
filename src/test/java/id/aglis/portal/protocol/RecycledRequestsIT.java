package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The container uses its request objects again for other connections, and we empty those of open WebSockets: nobody may ever see what
 * another client sent, however WebSockets end and whatever comes next.
 */
class RecycledRequestsIT {

    private static final String POLLING = "/patient/engine.io/";
    private static final String WEB_SOCKET = POLLING + "?EIO=4&transport=websocket";
    private static final int CLIENTS = 24;
    private static final int ROUNDS = 30;

    private final AtomicInteger marks = new AtomicInteger();

    @Test
    void never_show_one_client_what_another_one_sent() {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<CompletableFuture<Void>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(CompletableFuture.runAsync(this::comeAndGo, threads));
            }
            clients.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
    }

    private void comeAndGo() {
        for (int round = 0; round < ROUNDS; round++) {
            asksForHeadersOfItsOwn(mark());
            talksOverWebSocketAndLeaves(mark(), round);
            talksOverPolling(mark());
            upgradesAndLeaves(mark(), round);
        }
    }

    /** Of a length that differs from client to client, so that a left-over would show. */
    private String mark() {
        int number = marks.incrementAndGet();
        return "mark-" + number + "-" + "x".repeat(number % 97);
    }

    private static void asksForHeadersOfItsOwn(String mark) {
        HttpResponse<String> response = Http.send(Http.request(POLLING + "?EIO=4&transport=polling&mark=" + mark)
                .header("Access-Control-Request-Headers", mark).method("OPTIONS", BodyPublishers.noBody())).join();
        assertEquals(List.of(mark), response.headers().allValues("Access-Control-Allow-Headers"));
    }

    private static void talksOverWebSocketAndLeaves(String mark, int way) {
        try (Wire wire = Wire.open(WEB_SOCKET + "&mark=" + mark)) {
            assertTrue(wire.next().toString().startsWith("0{"));
            talk(wire, mark);
            leave(wire, way);
        }
    }

    private static void talksOverPolling(String mark) {
        String session = Http.open(POLLING);
        assertEquals("ok", Http.post(session, "4" + mark).body());
        assertEquals("4" + mark, Http.get(session).body());
        assertEquals("ok", Http.post(session, "1").body());
    }

    private static void upgradesAndLeaves(String mark, int way) {
        String session = Http.open(POLLING);
        try (Wire wire = Wire.open(session.replace("polling", "websocket") + "&mark=" + mark)) {
            assertEquals("3probe", wire.send("2probe").next());
            wire.send("5");
            talk(wire, mark);
            leave(wire, way);
        }
    }

    private static void talk(Wire wire, String mark) {
        assertEquals("4" + mark, wire.send("4" + mark).nextButPing());
        assertArrayEquals(mark.getBytes(StandardCharsets.UTF_8), (byte[]) wire.send(mark.getBytes(StandardCharsets.UTF_8)).nextButPing());
    }

    /** By a CLOSE packet, a packet that makes no sense, a message of which the answer is on its way, or without a word. */
    private static void leave(Wire wire, int way) {
        switch (way % 4) {
            case 0 -> assertTrue(wire.send("1").closeCode() >= 1000);
            case 1 -> assertTrue(wire.send("abc").closeCode() >= 1000);
            case 2 -> wire.send("4" + "y".repeat(10_000));
            default -> wire.close();
        }
    }
}
