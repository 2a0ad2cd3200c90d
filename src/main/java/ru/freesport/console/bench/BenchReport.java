package ru.freesport.console.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints figures beside their bounds and keeps them for the JSON file. */
final class BenchReport {

    private final PrintStream out;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    BenchReport(PrintStream out) {
        this.out = out;
    }

    Map<String, Object> figures() {
        return figures;
    }

    void figure(String name, long value) {
        figures.put(name, value);
        out.printf(Locale.ROOT, "%-48s %,12d%n", name, value);
    }

    void atLeast(String name, double value, double bound) {
        line(name, value, "at least", bound, value >= bound);
    }

    void atMost(String name, double value, double bound) {
        line(name, value, "at most", bound, value <= bound);
    }

    void notMeasured(String name, String why) {
        figures.put(name, Map.of("notMeasured", why));
        out.printf(Locale.ROOT, "%-48s not measured: %s%n", name, why);
    }

    private void line(String name, double value, String word, double bound, boolean holds) {
        figures.put(name, Map.of("value", value, "bound", word + " " + bound, "holds", holds));
        out.printf(Locale.ROOT, "%-48s %12.2f   %s %s   %s%n", name, value, word, bound, holds ? "holds" : "MISSED");
    }
}
