package id.aglis.portal.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionRecordTest {

    private static final ConnectionRecord RECORD = new ConnectionRecord("/", "sid", "7 admin", "connection", "portal-1@0", 1L << 50,
            Map.of("room", 5L, "é €", -1L, "x".repeat(100_000), 0L));

    @Test
    void is_read_as_it_was_written() {
        assertEquals(RECORD, ConnectionRecord.of(RECORD.toBytes()));
        ConnectionRecord bare = new ConnectionRecord("/admin", "", "", "", "", -1, Map.of());
        assertEquals(bare, ConnectionRecord.of(bare.toBytes()));
    }

    @Test
    void is_refused_when_cut_off() {
        byte[] bytes = RECORD.with("7 admin", 3, Map.of("room", 5L)).toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(IllegalArgumentException.class, () -> ConnectionRecord.of(cut));
        }
    }

    @Test
    void is_refused_in_another_version() {
        byte[] bytes = RECORD.toBytes();
        bytes[0]++;
        assertThrows(IllegalArgumentException.class, () -> ConnectionRecord.of(bytes));
    }
}
