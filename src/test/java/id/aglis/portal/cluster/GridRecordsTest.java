package id.aglis.portal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances on two members of a data grid. */
class GridRecordsTest extends RecordsContract {

    private static final RecordsConfig CONFIG = new RecordsConfig(1_000, Duration.ofHours(1), 1);

    private static DataGrid grid;
    private static int maps;

    @BeforeAll
    static void start() {
        grid = new DataGrid(2);
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    @Override
    Records[] create(RecordsConfig config) {
        String name = "records-" + maps++;
        return new Records[] {new GridRecords(grid.member(0), name, config), new GridRecords(grid.member(1), name, config)};
    }

    @Override
    void pass(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void outlive_the_instance_that_wrote_them() {
        try (DataGrid mortal = new DataGrid(2)) {
            HazelcastInstance dying = mortal.member(0);
            Records written = new GridRecords(dying, "records", CONFIG);
            IntStream.range(0, 100).forEach(i -> written.add("key " + i, new byte[] {(byte) i}));
            Records found = new GridRecords(mortal.member(1), "records", CONFIG);
            dying.getLifecycleService().terminate();
            assertEquals(100, IntStream.range(0, 100).filter(i -> found.find("key " + i).isPresent()).count());
            assertThrows(IllegalStateException.class, () -> written.find("key 0"));
        }
    }
}
