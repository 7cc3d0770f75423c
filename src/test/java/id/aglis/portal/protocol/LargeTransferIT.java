package id.aglis.portal.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Fifty megabytes each way through one connection, in messages up to the largest allowed, arrive whole and in order. */
class LargeTransferIT {

    private static final String PATH = "/patient/engine.io/";
    private static final long TOTAL = 50_000_000;
    /** Messages sent and not yet echoed: less than may wait for a client. */
    private static final int UNDER_WAY = 3;
    private static final char SEPARATOR = 0x1e;

    private final Random random = new Random(7);
    private final MessageDigest sent = digest();
    private final MessageDigest received = digest();
    private long bytes;

    @Test
    void over_a_websocket() {
        try (Wire wire = Wire.open(PATH + "?EIO=4&transport=websocket")) {
            wire.next();
            int underWay = 0;
            while (bytes < TOTAL) {
                send(wire);
                if (++underWay == UNDER_WAY) {
                    receive(wire.nextButPing());
                    underWay--;
                }
            }
            for (; underWay > 0; underWay--) {
                receive(wire.nextButPing());
            }
        }
        assertArrayEquals(sent.digest(), received.digest());
    }

    private void send(Wire wire) {
        if (random.nextBoolean()) {
            wire.send("4" + text(Fixture.MAX_PAYLOAD - 1));
        } else {
            wire.send(binary(Fixture.MAX_PAYLOAD));
        }
    }

    private void receive(Object frame) {
        received.update(frame instanceof byte[] binary ? binary : frame.toString().substring(1).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void over_polling() {
        String session = Http.open(PATH);
        while (bytes < TOTAL) {
            CompletableFuture<HttpResponse<String>> poll = Http.getAsync(session);
            String payload = payload();
            assertEquals("ok", Http.post(session, payload).body());
            int missing = payload.split(String.valueOf(SEPARATOR)).length - receive(session, poll.join());
            while (missing > 0) {
                missing -= receive(session, Http.get(session));
            }
        }
        assertArrayEquals(sent.digest(), received.digest());
    }

    /** A text and a binary packet that fill a POST body. */
    private String payload() {
        String text = "4" + text(Fixture.MAX_PAYLOAD / 2);
        int left = Fixture.MAX_PAYLOAD - text.length() - 2;
        return text + SEPARATOR + "b" + Base64.getEncoder().encodeToString(binary(left / 4 * 3));
    }

    /** @return how many messages came */
    private int receive(String session, HttpResponse<String> poll) {
        assertEquals(200, poll.statusCode());
        int messages = 0;
        for (String packet : poll.body().split(String.valueOf(SEPARATOR))) {
            if (packet.equals("2")) {
                assertEquals("ok", Http.post(session, "3").body());
            } else {
                received.update(packet.startsWith("b") ? Base64.getDecoder().decode(packet.substring(1))
                        : packet.substring(1).getBytes(StandardCharsets.US_ASCII));
                messages++;
            }
        }
        return messages;
    }

    private String text(int longest) {
        return new String(counted(random.ints(longest - random.nextInt(longest), ' ', '~').collect(StringBuilder::new,
                StringBuilder::appendCodePoint, StringBuilder::append).toString().getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII);
    }

    private byte[] binary(int longest) {
        byte[] binary = new byte[longest - random.nextInt(longest)];
        random.nextBytes(binary);
        return counted(binary);
    }

    private byte[] counted(byte[] message) {
        sent.update(message);
        bytes += message.length;
        return message;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
