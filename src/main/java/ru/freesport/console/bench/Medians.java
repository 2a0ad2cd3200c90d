package ru.freesport.console.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a figure usually was. */
final class Medians {

    private Medians() {}

    static <T> double of(List<T> measured, ToDoubleFunction<T> figure) {
        double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The figure which 95 of 100 do not exceed. */
    static double percentile95(List<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * 0.95) - 1)];
    }
}
