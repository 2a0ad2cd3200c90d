package ru.freesport.console.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.onec.generator.ExportGenerator;
import ru.freesport.console.onec.generator.Shape;

/** First, unchanged and slightly changed import, product and floor in turn, medians of the rounds. */
public final class ImportBench {

    private static final long SEED = 1;
    private static final double CHANGED = 0.05;
    // the plain importer is timed on a part of them and scaled
    private static final int PLAIN_PRODUCTS = 250;

    private final Path folder;
    private final int products;
    private final int rounds;
    private final PrintStream out;

    public ImportBench(Path folder, int products, int rounds, PrintStream out) {
        this.folder = folder;
        this.products = products;
        this.rounds = rounds;
        this.out = out;
    }

    /** Returns the figures, by name, as they are printed. */
    public Map<String, Object> run(
            ApplicationContext application, String databaseUrl, String databaseUser, boolean keep) throws Exception {
        Path first = folder.resolve("export-" + products);
        Path changed = folder.resolve("export-" + products + "-changed");
        Path sample = folder.resolve("export-" + PLAIN_PRODUCTS + "-plain");
        try {
            return measure(first, changed, sample, application, new BenchDatabase(databaseUrl, databaseUser));
        } finally {
            if (!keep) {
                FileSystemUtils.deleteRecursively(first);
                FileSystemUtils.deleteRecursively(changed);
                FileSystemUtils.deleteRecursively(sample);
            }
        }
    }

    private Map<String, Object> measure(
            Path first, Path changed, Path sample, ApplicationContext application, BenchDatabase database)
            throws Exception {
        long bytes = ExportGenerator.generate(first, products, SEED, Shape.FULL).bytes();
        ExportGenerator.generate(changed, products, SEED, Shape.FULL, CHANGED);
        ExportGenerator.generate(sample, PLAIN_PRODUCTS, SEED, Shape.FULL);
        out.printf(Locale.ROOT, "%d products, %.0f MB of XML, %d rounds%n", products, bytes / 1e6, rounds);
        ProductImport product = new ProductImport(application, database);
        Map<Step, List<Measured>> ofProduct = steps();
        Map<Step, List<Measured>> ofFloor = steps();
        Map<Step, List<Measured>> ofPlain = steps();
        try (Connection connection = database.floor();
                Connection autocommitting = database.floor()) {
            autocommitting.setAutoCommit(true);
            FloorImporter floor = new FloorImporter(connection);
            PlainImporter plain = new PlainImporter(autocommitting);
            for (int round = 1; round <= rounds; round++) {
                floor.createTables();
                plain.createTables();
                database.emptyCatalogue();
                for (Step step : Step.values()) {
                    Path export = step == Step.CHANGED ? changed : first;
                    database.settle();
                    ofFloor.get(step).add(floorTake(floor, export));
                    ofProduct.get(step).add(product.take(export));
                    if (step != Step.CHANGED) {
                        ofPlain.get(step).add(plainTake(plain, sample));
                    }
                    out.printf(
                            Locale.ROOT,
                            "round %d %-9s  floor %7.2f s  product %7.2f s%n",
                            round,
                            step.name().toLowerCase(Locale.ROOT),
                            ofFloor.get(step).getLast().time().toMillis() / 1000.0,
                            ofProduct.get(step).getLast().time().toMillis() / 1000.0);
                }
            }
        }
        return report(ofProduct, ofFloor, ofPlain);
    }

    private Map<String, Object> report(
            Map<Step, List<Measured>> product, Map<Step, List<Measured>> floor, Map<Step, List<Measured>> plain) {
        BenchReport report = new BenchReport(out);
        double first = seconds(product, Step.FIRST);
        double unchanged = seconds(product, Step.UNCHANGED);
        Measured unchangedRun = product.get(Step.UNCHANGED).getLast();
        report.figure("products", products);
        report.figure("rows", unchangedRun.rows());
        report.figure("floor first rows/s", Math.round(rate(floor, Step.FIRST)));
        report.figure("product first rows/s", Math.round(rate(product, Step.FIRST)));
        report.atLeast("first import, product/floor rows/s", rate(product, Step.FIRST) / rate(floor, Step.FIRST), 0.5);
        report.atLeast(
                "unchanged re-import, product/floor rows/s",
                rate(product, Step.UNCHANGED) / rate(floor, Step.UNCHANGED),
                0.5);
        report.atMost("unchanged/first time", unchanged / first, 0.6);
        report.atMost(
                "rows updated by the unchanged import", median(product, Step.UNCHANGED, Measured::rowsUpdated), 0);
        report.atMost(
                "WAL bytes per row of the unchanged import",
                median(product, Step.UNCHANGED, m -> (double) m.walBytes() / m.rows()),
                50);
        report.atMost("5 % changed/first time", seconds(product, Step.CHANGED) / first, 0.7);
        report.atMost("commits per 1,000 rows", median(product, Step.FIRST, m -> m.commits() * 1000.0 / m.rows()), 2);
        double share = (double) products / PLAIN_PRODUCTS;
        double plainFirst = seconds(plain, Step.FIRST) * share;
        double plainUnchanged = seconds(plain, Step.UNCHANGED) * share;
        report.figure("plain importer, first, s (scaled)", Math.round(plainFirst));
        report.figure("plain importer, unchanged, s (scaled)", Math.round(plainUnchanged));
        report.atLeast("first, times faster than a plain importer", plainFirst / first, 40);
        report.atLeast("unchanged, times faster than a plain importer", plainUnchanged / unchanged, 70);
        return report.figures();
    }

    private static Measured floorTake(FloorImporter floor, Path export) throws Exception {
        long begin = System.nanoTime();
        long rows = floor.take(export);
        return new Measured(rows, Duration.ofNanos(System.nanoTime() - begin), 0, 0, 0);
    }

    private static Measured plainTake(PlainImporter plain, Path sample) throws Exception {
        long begin = System.nanoTime();
        plain.take(sample);
        return new Measured(PLAIN_PRODUCTS, Duration.ofNanos(System.nanoTime() - begin), 0, 0, 0);
    }

    private static double seconds(Map<Step, List<Measured>> measured, Step step) {
        return median(measured, step, m -> m.time().toNanos() / 1e9);
    }

    private static double rate(Map<Step, List<Measured>> measured, Step step) {
        return median(measured, step, Measured::rowsPerSecond);
    }

    private static double median(Map<Step, List<Measured>> measured, Step step, ToDoubleFunction<Measured> figure) {
        return Medians.of(measured.get(step), figure);
    }

    private static Map<Step, List<Measured>> steps() {
        Map<Step, List<Measured>> steps = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            steps.put(step, new ArrayList<>());
        }
        return steps;
    }

    private enum Step {
        FIRST,
        UNCHANGED,
        CHANGED
    }
}
