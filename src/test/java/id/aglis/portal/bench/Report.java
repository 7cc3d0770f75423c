package id.aglis.portal.bench;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of all servers as one Markdown table. */
final class Report {

    private record Row(Scenario scenario, String name) { }

    private final String machine;
    private final double capacity;
    private final Map<Row, Map<Contender, Figure>> rows = new LinkedHashMap<>();

    /** @param capacity frames per second the load generator can take */
    Report(String machine, double capacity) {
        this.machine = machine;
        this.capacity = capacity;
    }

    void add(Scenario scenario, Contender contender, List<Figure> figures) {
        for (Figure figure : figures) {
            rows.computeIfAbsent(new Row(scenario, figure.name()), row -> new EnumMap<>(Contender.class)).put(contender, figure);
        }
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| scenario | figure | unit | better | ours | Node | netty | ours/Node | ours/netty |\n");
        text.append("|---|---|---|---|---:|---:|---:|---:|---:|\n");
        rows.forEach((row, figures) -> text.append(line(row, figures)));
        text.append('\n');
        rows.keySet().stream().map(Row::scenario).distinct()
                .forEach(scenario -> text.append("- %s: %s%n".formatted(scenario.label(), scenario.description())));
        text.append("%nMachine: %s.%nThe load generator alone takes %,.0f frames/s from a source of ready frames.%n".formatted(machine, capacity));
        return text.toString();
    }

    private static String line(Row row, Map<Contender, Figure> figures) {
        Figure any = figures.values().iterator().next();
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s |%n".formatted(row.scenario().label(), row.name(), any.unit(),
                any.better() == Figure.Better.HIGHER ? "more" : "less", value(figures.get(Contender.OURS)), value(figures.get(Contender.NODE)),
                value(figures.get(Contender.NETTY)), ratio(figures, Contender.NODE), ratio(figures, Contender.NETTY));
    }

    private static String value(Figure figure) {
        if (figure == null || !Double.isFinite(figure.value())) {
            return "";
        }
        return (figure.value() >= 1000 ? "%,.0f" : figure.value() >= 100 ? "%.0f" : "%.2f").formatted(figure.value());
    }

    private static String ratio(Map<Contender, Figure> figures, Contender peer) {
        if (!figures.containsKey(Contender.OURS) || !figures.containsKey(peer) || figures.get(peer).value() == 0) {
            return "";
        }
        return "%.2f".formatted(figures.get(Contender.OURS).value() / figures.get(peer).value());
    }
}
