package id.aglis.portal.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is measured of a cluster. */
enum ClusterScenario {

    LATENCY("1,000 WebSockets on one of two instances, 100 broadcasts/s published on the same or on the other", new CrossingTrial(),
            EnumSet.allOf(ClusterContender.class)),
    THROUGHPUT("two instances with 10 WebSockets and one publisher each", new ThroughputTrial(), EnumSet.allOf(ClusterContender.class)),
    FANOUT("1,000 WebSockets on one instance, or 500 on each of two; highest sustained rate of broadcasts", new ClusterFanoutTrial(),
            EnumSet.of(ClusterContender.OURS)),
    FLEET("the whole portal, from one instance to eight", new FleetTrial(), EnumSet.of(ClusterContender.OURS));

    private final String description;
    private final ClusterTrial trial;
    private final Set<ClusterContender> contenders;

    ClusterScenario(String description, ClusterTrial trial, Set<ClusterContender> contenders) {
        this.description = description;
        this.trial = trial;
        this.contenders = contenders;
    }

    static Optional<ClusterScenario> named(String name) {
        return Arrays.stream(values()).filter(scenario -> scenario.label().equals(name)).findFirst();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    ClusterTrial trial() {
        return trial;
    }

    Set<ClusterContender> contenders() {
        return contenders;
    }
}
