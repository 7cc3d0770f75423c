package id.aglis.portal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpResponseTest {

    private static final String MEASURED = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n";

    @ParameterizedTest
    @ValueSource(strings = {MEASURED, CHUNKED})
    void takes_a_response_only_once_it_is_complete(String response) {
        byte[] bytes = Client.ascii(response);
        for (int length = 0; length < bytes.length; length++) {
            ByteBuffer part = ByteBuffer.wrap(bytes, 0, length);
            assertTrue(HttpResponse.readFrom(part).isEmpty(), "complete after " + length + " bytes");
            assertEquals(0, part.position());
        }
        ByteBuffer whole = ByteBuffer.wrap(bytes);
        assertEquals("hello", body(HttpResponse.readFrom(whole).orElseThrow()));
        assertEquals(0, whole.remaining());
    }

    @Test
    void leaves_the_response_behind_it() {
        ByteBuffer two = ByteBuffer.wrap(Client.ascii(CHUNKED + MEASURED));
        HttpResponse.readFrom(two).orElseThrow();
        assertEquals(MEASURED.length(), two.remaining());
    }

    @Test
    void sees_that_the_connection_ends() {
        ByteBuffer in = ByteBuffer.wrap(Client.ascii("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"));
        HttpResponse response = HttpResponse.readFrom(in).orElseThrow();
        assertEquals(400, response.status());
        assertTrue(response.lastOfConnection());
    }

    private static String body(HttpResponse response) {
        return HttpResponse.text(response.body(), 0, response.body().limit());
    }
}
