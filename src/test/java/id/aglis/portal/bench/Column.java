package id.aglis.portal.bench;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a {@link Report}.
 *
 * @param rule the Markdown that aligns it
 * @param cell what it says of one figure of the servers
 * @param <C>  the servers
 */
record Column<C>(String head, String rule, Function<Map<C, Figure>, String> cell) {

    private static final String TEXT = "---";
    private static final String NUMBER = "---:";

    static <C> Column<C> text(String head, Function<Map<C, Figure>, String> cell) {
        return new Column<>(head, TEXT, cell);
    }

    static <C> Column<C> number(String head, Function<Map<C, Figure>, String> cell) {
        return new Column<>(head, NUMBER, cell);
    }

    /** The figure of one server. */
    static <C> Column<C> of(String head, C contender) {
        return number(head, figures -> value(figures, contender).map(Column::format).orElse(""));
    }

    /** The figure of one server as a multiple of another's. */
    static <C> Column<C> ratio(String head, C contender, C peer) {
        return number(head, figures -> value(figures, peer).filter(theirs -> theirs != 0)
                .flatMap(theirs -> value(figures, contender).map(ours -> format(ours / theirs))).orElse(""));
    }

    /** Empty when it was not measured, or nothing arrived. */
    private static <C> Optional<Double> value(Map<C, Figure> figures, C contender) {
        return Optional.ofNullable(figures.get(contender)).map(Figure::value).filter(Double::isFinite);
    }

    static String format(double value) {
        return (value == 0 || value >= 1000 ? "%,.0f" : value >= 100 ? "%.0f" : "%.2f").formatted(value);
    }
}
