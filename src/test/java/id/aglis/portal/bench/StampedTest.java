package id.aglis.portal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class StampedTest {

    private static final long NANOS = 123_456_789_012_345L;
    private static final long NUMBER = Stamped.number(32_767, 281_474_976_710_655L);

    @Test
    void a_number_names_publisher_and_event() {
        assertEquals(32_767, Stamped.publisher(NUMBER));
        assertEquals(281_474_976_710_655L, Stamped.count(NUMBER));
    }

    @Test
    void time_and_number_are_read_as_they_were_written() {
        String packet = Stamped.numberedPacket(NANOS, NUMBER);
        ByteBuffer bytes = ByteBuffer.wrap(Client.ascii("4" + packet));
        assertTrue(Stamped.isIn(bytes, 1, bytes.limit()));
        assertEquals(NANOS, Stamped.dueTime(bytes, 1));
        assertEquals(NUMBER, Stamped.number(bytes, 1));
        assertEquals(Stamped.packet(NANOS).length(), packet.length());
    }
}
