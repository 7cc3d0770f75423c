package id.aglis.portal.protocol;

import static id.aglis.portal.protocol.TcpWebSocket.BINARY;
import static id.aglis.portal.protocol.TcpWebSocket.END;
import static id.aglis.portal.protocol.TcpWebSocket.PING;
import static id.aglis.portal.protocol.TcpWebSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a WebSocket ends (RFC 6455, section 7): the client hears why, whatever it was about to say, and hears it once. */
@EveryAddress
class WebSocketClosingIT {

    private static final String READY = "/patient/engine.io/?EIO=4&transport=websocket";
    private static final String TEXT_ONLY = READY + "&b64=1";
    private static final String STANDARD = "/standard/engine.io/?EIO=4&transport=websocket";
    /** More than what the systems on both sides keep of a connection that is not read. */
    private static final byte[] MUCH = new byte[8_000_000];

    @ParameterizedTest
    @ValueSource(strings = {READY, TEXT_ONLY, STANDARD})
    void a_close_that_meets_a_message_too_long_on_its_way_still_arrives(String path) throws InterruptedException {
        Races.repeat(() -> {
            try (TcpWebSocket socket = TcpWebSocket.open(path)) {
                socket.send(TcpWebSocket.frame(BINARY, new byte[Fixture.MAX_PAYLOAD + 1]));
                assertClosed(1009, socket);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {READY, TEXT_ONLY, STANDARD})
    void a_close_that_meets_other_messages_on_their_way_still_arrives(String path) throws InterruptedException {
        byte[] message = TcpWebSocket.text("4" + "x".repeat(100_000));
        Races.repeat(() -> {
            try (TcpWebSocket socket = TcpWebSocket.open(path)) {
                socket.send(TcpWebSocket.text("abc"));
                for (int i = 0; i < 10; i++) {
                    socket.send(message);
                }
                assertClosed(1002, socket);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {8_000_000, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void after_a_length_beyond_all_bounds_the_client_hears_why(long length) throws IOException {
        for (String path : List.of(READY, STANDARD)) {
            try (TcpWebSocket socket = TcpWebSocket.open(path)) {
                socket.send(TcpWebSocket.header(BINARY, length)).send(MUCH);
                assertEquals("close 1009", nextButOpen(socket));
            }
        }
    }

    @Test
    void after_a_frame_against_the_rules_the_client_hears_why() throws IOException {
        for (String path : List.of(READY, STANDARD)) {
            assertRefused(1002, path, 0x83, new byte[0]);
            assertRefused(1002, path, 0xc1, new byte[0]);
            assertRefused(1002, path, 0x80, new byte[0]);
            assertRefused(1002, path, PING, new byte[126]);
            assertRefused(1007, path, TEXT, new byte[] {'4', (byte) 0xc3, (byte) 0x28});
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {READY, TEXT_ONLY, STANDARD})
    void by_the_server_takes_one_frame_and_waits_for_the_answer(String path) throws InterruptedException {
        Races.repeat(() -> {
            try (TcpWebSocket socket = TcpWebSocket.open(path)) {
                socket.send(TcpWebSocket.text("4x")).send(TcpWebSocket.text("1"));
                assertEquals("4x", nextButOpen(socket));
                assertEquals("close 1000", socket.next());
                socket.send(TcpWebSocket.frame(PING)).send(TcpWebSocket.text("4y")).send(TcpWebSocket.close(1000));
                assertEquals(List.of(END), socket.rest());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {READY, TEXT_ONLY, STANDARD})
    void by_the_client_is_answered_once_and_with_its_code(String path) throws InterruptedException {
        Races.repeat(() -> {
            try (TcpWebSocket socket = TcpWebSocket.open(path)) {
                socket.send(TcpWebSocket.text("4x")).send(TcpWebSocket.close(3000));
                List<String> rest = socket.rest();
                assertEquals(List.of("close 3000", END), rest.get(0).equals("4x") ? rest.subList(1, rest.size()) : rest);
            }
        });
    }

    @Test
    void by_both_at_a_time_takes_one_frame_each() throws InterruptedException {
        Races.repeat(() -> {
            try (TcpWebSocket socket = TcpWebSocket.open(READY)) {
                socket.send(TcpWebSocket.text("1")).send(TcpWebSocket.close(1000));
                assertEquals(List.of("close 1000", END), socket.rest());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {READY, STANDARD})
    void without_an_answer_comes_after_a_while(String path) throws IOException {
        try (TcpWebSocket socket = TcpWebSocket.open(path)) {
            assertEquals(List.of("close 1000", END), socket.send(TcpWebSocket.text("1")).rest());
        }
    }

    private static void assertRefused(int code, String path, int firstByte, byte[] payload) throws IOException {
        try (TcpWebSocket socket = TcpWebSocket.open(path)) {
            socket.send(TcpWebSocket.header(firstByte, payload.length)).send(payload);
            for (int i = 0; i < 10; i++) {
                socket.send(TcpWebSocket.frame(BINARY, new byte[200_000]));
            }
            assertClosed(code, socket);
        }
    }

    /** One close frame is all that comes, until it has been answered. */
    private static void assertClosed(int code, TcpWebSocket socket) throws IOException {
        assertEquals("close " + code, nextButOpen(socket));
        assertEquals(List.of(END), socket.send(TcpWebSocket.close(code)).rest());
    }

    private static String nextButOpen(TcpWebSocket socket) throws IOException {
        String next = socket.next();
        return next.startsWith("0{") ? socket.next() : next;
    }
}
