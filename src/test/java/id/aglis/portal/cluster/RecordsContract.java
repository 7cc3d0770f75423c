package id.aglis.portal.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What all records promise, whatever keeps them: through any instance. */
abstract class RecordsContract {

    private static final Duration LONG = Duration.ofHours(1);

    /** Empty records as two instances see them. */
    abstract Records[] create(RecordsConfig config);

    /** Comes back when so much time has passed for the records. */
    abstract void pass(Duration time);

    @Test
    void are_found_under_their_key_by_every_instance() {
        Records[] records = create(new RecordsConfig(1_000, LONG, 1));
        assertEquals(Optional.empty(), records[0].find("a"));
        assertTrue(records[0].add("a", bytes("first")));
        assertArrayEquals(bytes("first"), records[1].find("a").orElseThrow());
        assertEquals(Optional.empty(), records[1].find("b"));
    }

    @Test
    void are_added_once() {
        Records[] records = create(new RecordsConfig(1_000, LONG, 1));
        assertTrue(records[0].add("a", bytes("first")));
        assertFalse(records[1].add("a", bytes("second")));
        assertArrayEquals(bytes("first"), records[1].find("a").orElseThrow());
    }

    @Test
    void are_changed_only_by_those_who_know_how_they_stand() {
        Records[] records = create(new RecordsConfig(1_000, LONG, 1));
        assertFalse(records[0].replace("a", bytes("first"), bytes("second")));
        records[0].add("a", bytes("first"));
        assertTrue(records[1].replace("a", bytes("first"), bytes("second")));
        assertFalse(records[0].replace("a", bytes("first"), bytes("third")));
        assertArrayEquals(bytes("second"), records[0].find("a").orElseThrow());
    }

    @Test
    void are_removed_only_by_those_who_know_how_they_stand() {
        Records[] records = create(new RecordsConfig(1_000, LONG, 1));
        records[0].add("a", bytes("first"));
        assertFalse(records[1].remove("a", bytes("second")));
        assertTrue(records[1].find("a").isPresent());
        assertTrue(records[1].remove("a", bytes("first")));
        assertFalse(records[0].remove("a", bytes("first")));
        assertEquals(Optional.empty(), records[0].find("a"));
    }

    @Test
    void can_be_listed() {
        Records[] records = create(new RecordsConfig(1_000, LONG, 1));
        assertEquals(Set.of(), records[0].keys());
        records[0].add("a", bytes("first"));
        records[1].add("b", bytes("second"));
        assertEquals(Set.of("a", "b"), records[0].keys());
        records[0].remove("a", bytes("first"));
        assertEquals(Set.of("b"), records[1].keys());
    }

    @Test
    void end_a_time_after_they_were_last_written() {
        Records[] records = create(new RecordsConfig(1_000, Duration.ofSeconds(4), 1));
        records[0].add("old", bytes("version 0"));
        records[0].add("renewed", bytes("version 0"));
        int renewals = 0;
        while (records[0].find("old").isPresent()) {
            assertTrue(records[1].replace("renewed", bytes("version " + renewals), bytes("version " + ++renewals)));
            assertTrue(renewals < 1_000);
            pass(Duration.ofMillis(50));
        }
        assertTrue(records[0].find("renewed").isPresent());
        assertTrue(records[1].add("old", bytes("again")));
    }

    @Test
    void are_bounded_in_number() {
        Records[] records = create(new RecordsConfig(300, LONG, 0));
        IntStream.range(0, 5_000).forEach(i -> records[0].add("key " + i, bytes("record " + i)));
        long left = IntStream.range(0, 5_000).filter(i -> records[0].find("key " + i).isPresent()).count();
        assertTrue(left > 0 && left < 1_500, () -> left + " are left.");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
