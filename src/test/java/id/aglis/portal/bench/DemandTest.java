package id.aglis.portal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemandTest {

    @Test
    void says_whether_a_figure_that_should_be_low_reaches_bound_and_goal() {
        assertEquals("goal", Demand.SCALE.verdict(25));
        assertEquals("yes", Demand.SCALE.verdict(60));
        assertEquals("no", Demand.SCALE.verdict(60.1));
    }

    @Test
    void says_whether_a_figure_that_should_be_high_reaches_bound_and_goal() {
        assertEquals("goal", Demand.TWO_TO_ONE.verdict(95));
        assertEquals("yes", Demand.TWO_TO_ONE.verdict(70));
        assertEquals("no", Demand.TWO_TO_ONE.verdict(69.9));
    }

    @Test
    void judges_the_latency_beside_that_of_the_peer() {
        Map<ClusterContender, Figure> both = Map.of(ClusterContender.OURS, Demand.CROSSING_BESIDE_REDIS.of(9),
                ClusterContender.REDIS, Demand.CROSSING_BESIDE_REDIS.of(6));
        assertEquals(Optional.of(1.5), Demand.CROSSING_BESIDE_REDIS.judged(both));
    }

    @Test
    void does_not_judge_beside_a_peer_that_was_not_measured() {
        Map<ClusterContender, Figure> ours = Map.of(ClusterContender.OURS, Demand.CROSSING_BESIDE_REDIS.of(9));
        assertEquals(Optional.empty(), Demand.CROSSING_BESIDE_REDIS.judged(ours));
    }

    @Test
    void is_found_by_its_figure() {
        assertEquals(Optional.of(Demand.MEMORY), Demand.on(Demand.MEMORY.of(1)));
        assertEquals(Optional.empty(), Demand.on(Figure.lower("p99", "ms", 1)));
    }
}
