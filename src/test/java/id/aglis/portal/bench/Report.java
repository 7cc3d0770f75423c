package id.aglis.portal.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The figures of several servers as one Markdown table.
 *
 * @param <C> the servers
 */
final class Report<C> {

    private record Row(String scenario, String figure) { }

    private final String machine;
    private final double capacity;
    private final List<Column<C>> columns;
    private final Map<String, String> scenarios = new LinkedHashMap<>();
    private final Map<Row, Map<C, Figure>> rows = new LinkedHashMap<>();

    /**
     * @param capacity frames per second the load generator can take
     * @param columns  those after the figure itself
     */
    Report(String machine, double capacity, List<Column<C>> columns) {
        this.machine = machine;
        this.capacity = capacity;
        this.columns = columns;
    }

    void add(String scenario, String description, C contender, List<Figure> figures) {
        scenarios.put(scenario, description);
        for (Figure figure : figures) {
            rows.computeIfAbsent(new Row(scenario, figure.name()), row -> new HashMap<>()).put(contender, figure);
        }
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(columns.stream().map(Column::head).collect(Collectors.joining(" | ", "| scenario | figure | unit | better | ", " |\n")));
        text.append(columns.stream().map(Column::rule).collect(Collectors.joining("|", "|---|---|---|---|", "|\n")));
        rows.forEach((row, figures) -> text.append(line(row, figures)));
        text.append('\n');
        scenarios.forEach((scenario, description) -> text.append("- %s: %s%n".formatted(scenario, description)));
        text.append("%nMachine: %s.%nThe load generator alone takes %,.0f frames/s from a source of ready frames.%n".formatted(machine, capacity));
        return text.toString();
    }

    private String line(Row row, Map<C, Figure> figures) {
        Figure any = figures.values().iterator().next();
        List<String> cells = new ArrayList<>(List.of(row.scenario(), row.figure(), any.unit(), any.better() == Figure.Better.HIGHER ? "more" : "less"));
        columns.forEach(column -> cells.add(column.cell().apply(figures)));
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
