package id.aglis.portal.bench;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of clusters as one Markdown table, with what they must reach. */
final class ClusterReport {

    private record Row(ClusterScenario scenario, String name) { }

    private final String machine;
    private final double capacity;
    private final Map<Row, Map<ClusterContender, Figure>> rows = new LinkedHashMap<>();

    /** @param capacity frames per second the load generator can take */
    ClusterReport(String machine, double capacity) {
        this.machine = machine;
        this.capacity = capacity;
    }

    void add(ClusterScenario scenario, ClusterContender contender, List<Figure> figures) {
        for (Figure figure : figures) {
            rows.computeIfAbsent(new Row(scenario, figure.name()), row -> new EnumMap<>(ClusterContender.class)).put(contender, figure);
        }
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| scenario | figure | unit | better | ours | Redis Streams | ours/Redis | at least | goal | reached |\n");
        text.append("|---|---|---|---|---:|---:|---:|---:|---:|---|\n");
        rows.forEach((row, figures) -> text.append(line(row, figures)));
        text.append('\n');
        rows.keySet().stream().map(Row::scenario).distinct()
                .forEach(scenario -> text.append("- %s: %s%n".formatted(scenario.label(), scenario.description())));
        text.append("%nMachine: %s.%nThe load generator alone takes %,.0f frames/s from a source of ready frames.%n".formatted(machine, capacity));
        return text.toString();
    }

    private static String line(Row row, Map<ClusterContender, Figure> figures) {
        Figure any = figures.values().iterator().next();
        return "| %s | %s | %s | %s | %s | %s | %s | %s |%n".formatted(row.scenario().label(), row.name(), any.unit(),
                any.better() == Figure.Better.HIGHER ? "more" : "less", value(figures.get(ClusterContender.OURS)),
                value(figures.get(ClusterContender.REDIS)), ratio(figures), judgement(Demand.on(any), figures));
    }

    private static String value(Figure figure) {
        return figure == null || !Double.isFinite(figure.value()) ? "" : number(figure.value());
    }

    private static String number(double value) {
        return (value == 0 || value >= 1000 ? "%,.0f" : value >= 100 ? "%.0f" : "%.2f").formatted(value);
    }

    private static String ratio(Map<ClusterContender, Figure> figures) {
        if (figures.size() < 2 || figures.get(ClusterContender.REDIS).value() == 0) {
            return "";
        }
        return number(figures.get(ClusterContender.OURS).value() / figures.get(ClusterContender.REDIS).value());
    }

    /** The last three columns: what is judged beside the peer has its limits as multiples of the peer's figure. */
    private static String judgement(Optional<Demand> demand, Map<ClusterContender, Figure> figures) {
        if (demand.isEmpty()) {
            return " | | ";
        }
        String times = demand.get() == Demand.CROSSING_BESIDE_REDIS ? " x theirs" : "";
        return "%s%s | %s%s | %s".formatted(number(demand.get().bound()), times, number(demand.get().goal()), times,
                demand.get().judged(figures).map(demand.get()::verdict).orElse(""));
    }
}
