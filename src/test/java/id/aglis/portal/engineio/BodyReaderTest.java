package id.aglis.portal.engineio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

    private static final int LIMIT = 10;
    private static final long TIMEOUT = 1_000;

    private long now = 1_000;
    private final TimerWheel wheel = new TimerWheel(() -> now);
    private final Body in = new Body();
    private final List<String> told = new ArrayList<>();
    private final BodyReader reader = new BodyReader(in, LIMIT, (text, end) -> told.add(end + " " + text));

    @BeforeEach
    void start() {
        reader.start(wheel, TIMEOUT);
        assertEquals(reader, in.listener);
    }

    @Test
    void puts_the_parts_of_a_body_together() throws IOException {
        byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
        in.come((byte) '4', euro[0]);
        in.come(euro[1], euro[2]);
        assertEquals(List.of(), told);
        reader.onAllDataRead();
        assertEquals(List.of("OK 4€"), told);
    }

    @Test
    void takes_a_body_as_large_as_allowed_and_no_larger() throws IOException {
        in.come(new byte[LIMIT]);
        assertEquals(List.of(), told);
        in.come((byte) 'x');
        assertEquals(List.of("TOO_LARGE "), told);
    }

    @Test
    void reads_no_further_once_a_body_is_too_large() throws IOException {
        in.come(new byte[LIMIT + 1]);
        in.come((byte) 'x');
        reader.onAllDataRead();
        assertEquals(List.of("TOO_LARGE "), told);
        assertTrue(in.isReady());
    }

    @Test
    void gives_up_a_body_that_takes_too_long_however_steadily_it_trickles() throws IOException {
        for (int i = 0; i < 9; i++) {
            in.come((byte) 'x');
            pass(100);
        }
        assertEquals(List.of(), told);
        pass(200);
        assertEquals(List.of("TOO_SLOW "), told);
        in.come((byte) 'x');
        reader.onAllDataRead();
        assertEquals(1, told.size());
        assertTrue(in.isReady());
    }

    @Test
    void is_in_time_for_good_once_the_body_is_complete() throws IOException {
        in.come((byte) 'x');
        reader.onAllDataRead();
        pass(2 * TIMEOUT);
        assertEquals(List.of("OK x"), told);
    }

    @Test
    void takes_a_broken_connection_for_a_bad_request() {
        reader.onError(new IOException("Connection reset"));
        assertEquals(List.of("BAD_REQUEST "), told);
        assertFalse(in.isReady());
    }

    private void pass(long milliseconds) {
        for (long end = now + milliseconds; now < end; now += 10) {
            wheel.tick();
        }
        wheel.tick();
    }

    /** A body that comes in parts. */
    private static final class Body extends ServletInputStream {

        private final List<Byte> waiting = new ArrayList<>();
        private ReadListener listener;

        private void come(byte... part) throws IOException {
            for (byte octet : part) {
                waiting.add(octet);
            }
            listener.onDataAvailable();
        }

        @Override
        public int read() {
            return waiting.isEmpty() ? -1 : waiting.remove(0);
        }

        @Override
        public boolean isReady() {
            return !waiting.isEmpty();
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public void setReadListener(ReadListener chosen) {
            listener = chosen;
        }
    }
}
