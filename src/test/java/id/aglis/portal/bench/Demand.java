package id.aglis.portal.bench;

import id.aglis.portal.bench.Figure.Better;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What certain figures of a cluster must reach, and what they should. */
enum Demand {

    CROSSING("p99 on another instance, against that on the own one", "times", Better.LOWER, 2, 1.3),
    CROSSING_BESIDE_REDIS("p99 on another instance", "ms", Better.LOWER, 2, 1),
    BUSY_P99("p99 at 20,000 broadcasts/s", "ms", Better.LOWER, 100, 100),
    BUSY_MISSING("missing at 20,000 broadcasts/s", "deliveries", Better.LOWER, 0, 0),
    BUSY_REPEATED("repeated at 20,000 broadcasts/s", "deliveries", Better.LOWER, 0, 0),
    BUSY_STRAYED("with another order at 20,000 broadcasts/s", "sockets", Better.LOWER, 0, 0),
    HIGHEST_RATE("highest sustained rate of broadcasts", "1/s", Better.HIGHER, 20_000, 100_000),
    TWO_TO_ONE("two instances together, against one", "%", Better.HIGHER, 70, 95),
    SCALE("from one instance to eight", "s", Better.LOWER, 60, 25),
    MEMORY("PSS of eight idle instances", "GB", Better.LOWER, 2, 0.86);

    private final String figure;
    private final String unit;
    private final Better better;
    private final double bound;
    private final double goal;

    Demand(String figure, String unit, Better better, double bound, double goal) {
        this.figure = figure;
        this.unit = unit;
        this.better = better;
        this.bound = bound;
        this.goal = goal;
    }

    static Optional<Demand> on(Figure figure) {
        return Arrays.stream(values()).filter(demand -> demand.figure.equals(figure.name())).findFirst();
    }

    Figure of(double value) {
        return new Figure(figure, unit, better, value);
    }

    double bound() {
        return bound;
    }

    double goal() {
        return goal;
    }

    /** As text; what is judged beside the peer has its limits as multiples of the peer's figure. */
    String limit(double value) {
        return Column.format(value) + (this == CROSSING_BESIDE_REDIS ? " x theirs" : "");
    }

    /** The value that is judged: the figure itself, or what it is of the peer's; empty when that is not known. */
    Optional<Double> judged(Map<ClusterContender, Figure> figures) {
        Optional<Double> ours = Optional.ofNullable(figures.get(ClusterContender.OURS)).map(Figure::value);
        return this == CROSSING_BESIDE_REDIS
                ? Optional.ofNullable(figures.get(ClusterContender.REDIS)).flatMap(theirs -> ours.map(value -> value / theirs.value()))
                : ours;
    }

    String verdict(double value) {
        return reaches(value, goal) ? "goal" : reaches(value, bound) ? "yes" : "no";
    }

    private boolean reaches(double value, double limit) {
        return better == Better.LOWER ? value <= limit : value >= limit;
    }
}
