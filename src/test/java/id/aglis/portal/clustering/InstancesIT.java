package id.aglis.portal.clustering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.Await;
import id.aglis.portal.PortalProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Instances that come and go while broadcasts are published. */
class InstancesIT {

    private final PortalProcess.Home home = PortalProcess.home(PortalProcess.CONFORMANCE_WAR);
    private final List<PortalProcess> instances = new ArrayList<>();

    @BeforeEach
    void startTwo() {
        instances.add(home.start());
        instances.add(home.start());
    }

    @AfterEach
    void stop() {
        instances.forEach(PortalProcess::close);
    }

    @Test
    void begin_with_what_is_published_after_they_have_joined_and_miss_nothing_from_then_on() {
        try (Browser old = Browser.on(instances.get(0));
                Talker one = Talker.on(instances.get(0), "one");
                Talker other = Talker.on(instances.get(1), "other")) {
            instances.add(home.start());
            int before = old.heard().size();
            Browser fresh = Browser.on(instances.get(2));
            Await.until("told of more", () -> fresh.heard().size() > 1_000);
            one.stop();
            other.stop();
            assertFalse(one.isCutOff() || other.isCutOff(), "A talker lost its connection.");
            Await.until("told of everything", () -> old.heard().size() == one.said() + other.said());
            List<String> all = old.heard();
            int first = all.indexOf(fresh.heard().get(0));
            assertTrue(first >= before, () -> "It began with entry " + first + ", though " + before + " had been heard before it came.");
            Await.until("told of everything that came later", () -> fresh.heard().size() == all.size() - first);
            assertEquals(all.subList(first, all.size()), fresh.heard());
            fresh.close();
        }
    }

    @Test
    void may_be_killed_and_the_clients_of_the_others_hear_nothing_twice_or_too_late_or_not_at_all() {
        instances.add(home.start());
        try (Browser there = Browser.on(instances.get(1));
                Browser elsewhere = Browser.on(instances.get(2));
                Talker dying = Talker.on(instances.get(0), "dying");
                Talker living = Talker.on(instances.get(1), "living")) {
            Await.until("talking", () -> dying.said() > 1_000 && living.said() > 1_000);
            instances.get(0).kill();
            int saidBefore = living.said();
            Await.until("talking again", () -> living.said() > saidBefore + 1_000);
            living.stop();
            assertFalse(living.isCutOff(), "The talker on an instance that lives lost its connection.");
            Await.until("told there", () -> living.heardBy(there).size() == living.said());
            Await.until("told elsewhere", () -> there.heard().equals(elsewhere.heard()));
            assertEquals(living.words(), living.heardBy(there));
            List<String> lastWords = dying.heardBy(there);
            assertEquals(dying.words().subList(0, lastWords.size()), lastWords);
            assertFalse(there.isClosed());
            Stream.of(1, 2).forEach(i -> assertFalse(instances.get(i).log().contains("Broadcasts were lost")));
        }
    }

    @Test
    void may_die_between_the_log_and_the_others_who_read_there_what_nobody_told_them() {
        instances.add(home.start());
        try (Browser dying = Browser.on(instances.get(0));
                Browser there = Browser.on(instances.get(1));
                Browser elsewhere = Browser.on(instances.get(2))) {
            dying.broadcast("first");
            Await.until("told there", () -> there.heard().equals(List.of("first")));
            Await.until("told elsewhere", () -> elsewhere.heard().equals(List.of("first")));
            dying.broadcastAndDie("last words");
            Await.until("dead", () -> instances.get(0).status("/") == 0);
            there.broadcast("next");
            Await.until("told there", () -> there.heard().size() >= 3);
            Await.until("told elsewhere", () -> elsewhere.heard().size() >= 3);
            assertEquals(List.of("first", "last words", "next"), there.heard());
            assertEquals(there.heard(), elsewhere.heard());
            Stream.of(1, 2).forEach(i -> assertFalse(instances.get(i).log().contains("Broadcasts were lost")));
        }
    }
}
