package id.aglis.portal.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.aglis.portal.cluster.InMemoryRecords;
import id.aglis.portal.cluster.ManualTimer;
import id.aglis.portal.cluster.Records;
import id.aglis.portal.cluster.RecordsConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Two instances with common records, at the time of the test. */
class AttendanceTest {

    private static final long ANNA = 7;
    private static final long BERT = 8;
    private static final long CARL = 9;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final FailingRecords records = new FailingRecords();
    private final Set<String> members = ConcurrentHashMap.newKeySet();
    private final List<PresenceChanged> told = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final Instance one = new Instance("one");
    private final Instance two = new Instance("two");

    @Test
    void announces_the_first_socket_of_a_user_and_no_other() {
        one.attendance.arrive(ANNA);
        one.attendance.arrive(ANNA);
        two.attendance.arrive(ANNA);
        two.attendance.arrive(BERT);
        assertTold(came(ANNA), came(BERT));
        assertEquals(Set.of(ANNA, BERT), one.attendance.users());
    }

    @Test
    void announces_that_the_last_socket_has_gone_after_the_grace_period() {
        one.attendance.arrive(ANNA);
        two.attendance.arrive(ANNA);
        one.attendance.leave(ANNA);
        pass(20_000);
        assertTold(came(ANNA));
        two.attendance.leave(ANNA);
        pass(9_900);
        assertTold(came(ANNA));
        pass(200);
        assertTold(came(ANNA), went(ANNA));
        assertEquals(Set.of(), one.attendance.users());
    }

    @Test
    void says_nothing_of_somebody_who_reloads_a_page_on_the_same_instance_or_another() {
        one.attendance.arrive(ANNA);
        one.attendance.leave(ANNA);
        pass(9_000);
        one.attendance.arrive(ANNA);
        pass(9_000);
        one.attendance.leave(ANNA);
        pass(9_000);
        two.attendance.arrive(ANNA);
        pass(20_000);
        assertTold(came(ANNA));
    }

    @Test
    void misses_somebody_who_reloads_twice_only_after_the_second_time() {
        one.attendance.arrive(ANNA);
        one.attendance.leave(ANNA);
        pass(9_000);
        one.attendance.arrive(ANNA);
        one.attendance.leave(ANNA);
        pass(9_000);
        assertTold(came(ANNA));
        pass(2_000);
        assertTold(came(ANNA), went(ANNA));
    }

    @Test
    void knows_everybody_again_when_a_split_has_healed() {
        one.attendance.arrive(ANNA);
        members.remove("one");
        pass(20_000);
        assertEquals(Set.of(), two.attendance.users());
        members.add("one");
        pass(20_000);
        assertEquals(Set.of(ANNA), two.attendance.users());
    }

    @Test
    void announces_those_who_were_on_an_instance_that_has_died_once_unless_they_have_come_elsewhere() {
        Instance three = new Instance("three");
        one.attendance.arrive(ANNA);
        one.attendance.arrive(BERT);
        one.attendance.arrive(CARL);
        three.attendance.arrive(BERT);
        pass(2_000);
        one.die();
        pass(2_000);
        two.attendance.arrive(ANNA);
        three.attendance.leave(BERT);
        pass(30_000);
        assertTold(came(ANNA), came(BERT), came(CARL), went(CARL), went(BERT));
        assertEquals(Set.of(ANNA), two.attendance.users());
    }

    @Test
    void clears_what_a_death_has_left_that_nobody_here_has_seen() {
        one.attendance.arrive(ANNA);
        one.die();
        two.die();
        Instance three = new Instance("three");
        Instance four = new Instance("four");
        three.pass(1_500);
        four.die();
        three.pass(12_000);
        assertTold(came(ANNA), went(ANNA));
    }

    @Test
    void clears_what_a_death_has_left_when_the_one_who_would_clear_it_dies_too() {
        Instance three = new Instance("three");
        three.attendance.arrive(ANNA);
        pass(20_000);
        three.die();
        pass(5_000);
        one.die();
        pass(20_000);
        assertTold(came(ANNA), went(ANNA));
    }

    @Test
    void reads_all_records_once_for_the_whole_cluster_when_an_instance_dies() {
        Instance three = new Instance("three");
        pass(20_000);
        records.listed = 0;
        three.die();
        pass(20_000);
        assertEquals(1, records.listed);
    }

    @Test
    void looks_at_nothing_any_more_once_closed() {
        pass(20_000);
        one.attendance.close();
        assertEquals(0, one.timer.waiting());
    }

    @Test
    void tries_again_when_the_records_cannot_be_reached() {
        records.failing = true;
        one.attendance.arrive(ANNA);
        pass(5_000);
        assertTold();
        records.failing = false;
        pass(2_000);
        assertTold(came(ANNA));
    }

    @Test
    void comes_to_terms_with_a_change_that_happens_meanwhile() {
        one.attendance.arrive(ANNA);
        records.meanwhile = () -> records.replace("7", new PresenceRecord(Set.of("one")).toBytes(),
                new PresenceRecord(Set.of("one", "three")).toBytes());
        two.attendance.arrive(ANNA);
        assertEquals(Set.of("one", "two", "three"), PresenceRecord.of(records.find("7").orElseThrow()).instances());
    }

    @Test
    void refuses_a_record_of_a_version_that_it_does_not_know() {
        assertThrows(IllegalArgumentException.class, () -> PresenceRecord.of("2\none".getBytes(StandardCharsets.UTF_8)));
    }

    private void pass(long milliseconds) {
        for (long i = 0; i < milliseconds; i += 100) {
            instances.forEach(instance -> instance.pass(100));
        }
    }

    private void assertTold(PresenceChanged... expected) {
        assertEquals(List.of(expected), told);
    }

    private static PresenceChanged came(long user) {
        return new PresenceChanged(user, true);
    }

    private static PresenceChanged went(long user) {
        return new PresenceChanged(user, false);
    }

    private final class Instance {

        private final String name;
        private final ManualTimer timer = new ManualTimer();
        private final Attendance attendance;
        private boolean dead;

        Instance(String name) {
            this.name = name;
            members.add(name);
            instances.add(this);
            this.attendance = new Attendance(name, records, () -> Set.copyOf(members), GRACE, timer.executor(), Runnable::run, told::add);
        }

        void die() {
            dead = true;
            members.remove(name);
        }

        void pass(long milliseconds) {
            if (!dead) {
                timer.pass(milliseconds);
            }
        }
    }

    /** Records that cannot be reached, or are changed by others, when the test wants it. */
    private static final class FailingRecords implements Records {

        private final Records records = new InMemoryRecords(new RecordsConfig(1_000, Duration.ofDays(1), 0));
        private boolean failing;
        private int listed;
        private Runnable meanwhile = () -> { };

        @Override
        public Optional<byte[]> find(String key) {
            if (failing) {
                throw new IllegalStateException("The records of the cluster cannot be reached.");
            }
            Optional<byte[]> found = records.find(key);
            Runnable once = meanwhile;
            meanwhile = () -> { };
            once.run();
            return found;
        }

        @Override
        public boolean add(String key, byte[] record) {
            return records.add(key, record);
        }

        @Override
        public boolean replace(String key, byte[] expected, byte[] record) {
            return records.replace(key, expected, record);
        }

        @Override
        public boolean remove(String key, byte[] expected) {
            return records.remove(key, expected);
        }

        @Override
        public Set<String> keys() {
            listed++;
            return records.keys();
        }

        @Override
        public void close() {
            records.close();
        }
    }
}
