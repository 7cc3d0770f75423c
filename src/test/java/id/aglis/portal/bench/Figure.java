package id.aglis.portal.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One measured value of a scenario. */
record Figure(String name, String unit, Better better, double value) {

    enum Better { HIGHER, LOWER }

    static Figure higher(String name, String unit, double value) {
        return new Figure(name, unit, Better.HIGHER, value);
    }

    static Figure lower(String name, String unit, double value) {
        return new Figure(name, unit, Better.LOWER, value);
    }

    /** The median of each figure over several runs, which all have the same figures in the same order. */
    static List<Figure> medians(List<List<Figure>> runs) {
        List<Figure> medians = new ArrayList<>();
        for (int i = 0; i < runs.get(0).size(); i++) {
            int figure = i;
            List<Figure> sorted = runs.stream().map(run -> run.get(figure)).sorted(Comparator.comparingDouble(Figure::value)).toList();
            medians.add(sorted.get(sorted.size() / 2));
        }
        return medians;
    }
}
