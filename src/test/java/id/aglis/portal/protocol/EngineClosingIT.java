package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.aglis.portal.Await;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How an Engine.IO session ends. */
@EveryAddress
class EngineClosingIT {

    private static final String PATH = "/patient/engine.io/";

    @Test
    void by_a_packet_over_websocket_is_answered_with_a_normal_close() {
        try (Wire wire = Wire.open(PATH + "?EIO=4&transport=websocket")) {
            wire.next();
            assertEquals(1000, wire.send("1").closeCode());
        }
    }

    @Test
    void by_the_websocket_itself_ends_the_session() throws InterruptedException {
        String session = Http.open(PATH);
        try (Wire wire = Wire.open(session.replace("polling", "websocket"))) {
            wire.send("2probe").next();
            wire.send("5").send("4x").next();
        }
        Await.until("ended", () -> Http.get(session).body().startsWith("{\"code\":1,"));
    }

    @Test
    void by_a_packet_over_polling_releases_the_poll() {
        String session = Http.open(PATH);
        CompletableFuture<HttpResponse<String>> poll = Http.getAsync(session);
        assertEquals("ok", Http.post(session, "1").body());
        assertEquals("6", poll.join().body());
        assertEquals("{\"code\":1,\"message\":\"Session ID unknown\"}", Http.get(session).body());
        assertEquals("{\"code\":1,\"message\":\"Session ID unknown\"}", Http.post(session, "4x").body());
    }

    @Test
    void after_a_payload_takes_what_stands_before_it_and_nothing_behind() {
        try (Wire witness = SocketIo.connect()) {
            String session = SocketIo.poll();
            Http.post(session, "42[\"broadcast\",\"before\"]\u001e1\u001e42[\"broadcast\",\"behind\"]");
            assertEquals("42[\"broadcast\",\"before\"]", witness.nextButPing());
            assertEquals("42[\"message-back\"]", witness.send("42[\"message\"]").nextButPing());
        }
    }

    @Test
    void by_the_server_answers_the_waiting_poll() {
        String session = SocketIo.poll();
        CompletableFuture<HttpResponse<String>> poll = Http.getAsync(session);
        Http.post(session, "42[\"disconnect-me\",true]");
        assertFarewell(session, poll.join().body());
    }

    @Test
    void by_the_server_waits_for_the_next_poll() {
        String session = SocketIo.poll();
        Http.post(session, "42[\"disconnect-me\",true]");
        assertFarewell(session, Http.get(session).body());
    }

    /** The last two packets come with one poll or with two. */
    private static void assertFarewell(String session, String said) {
        assertEquals("41\u001e1", said.equals("41") ? said + "\u001e" + Http.get(session).body() : said);
        assertEquals("{\"code\":1,\"message\":\"Session ID unknown\"}", Http.get(session).body());
    }
}
