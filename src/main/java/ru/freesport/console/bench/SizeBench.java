package ru.freesport.console.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.onec.generator.ExportGenerator;
import ru.freesport.console.onec.generator.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ten times as much to import: as fast per row, and in the same memory. Each import is a process of its own. */
public final class SizeBench {

    private static final String MEMORY = "512m";
    private static final int TIMES = 10;

    private final Class<?> application;
    private final Path folder;
    private final int products;
    private final int rounds;
    private final PrintStream out;

    /** @param products of the large export; the small one has a tenth of them */
    public SizeBench(Class<?> application, Path folder, int products, int rounds, PrintStream out) {
        this.application = application;
        this.folder = folder;
        this.products = products;
        this.rounds = rounds;
        this.out = out;
    }

    /** Returns the figures, by name, as they are printed. */
    public Map<String, Object> run(boolean keep) throws IOException, InterruptedException {
        int few = products / TIMES;
        Path small = folder.resolve("slim-" + few);
        Path large = folder.resolve("slim-" + products);
        try {
            long bytes = generate(small, few) + generate(large, products);
            out.printf(
                    Locale.ROOT,
                    "%n%d and %d slim products, %.0f MB of XML, heap %s, %d rounds%n",
                    few,
                    products,
                    bytes / 1e6,
                    MEMORY,
                    rounds);
            List<Import> ofSmall = new ArrayList<>();
            List<Import> ofLarge = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                ofSmall.add(take(small));
                ofLarge.add(take(large));
            }
            return report(ofSmall, ofLarge);
        } finally {
            if (!keep) {
                FileSystemUtils.deleteRecursively(small);
                FileSystemUtils.deleteRecursively(large);
            }
        }
    }

    private static long generate(Path target, int products) throws IOException {
        return ExportGenerator.generate(target, products, 1, Shape.SLIM).bytes();
    }

    /** Into a home of its own, so that each import starts from nothing. */
    private Import take(Path export) throws IOException, InterruptedException {
        Path home = folder.resolve("size-home").toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
        Map<String, String> environment = Map.of("FREESPORT_HOME", home.toString(), "FREESPORT_DB_URL", "");
        List<String> command = List.of("import", export.toString(), "--json");
        try (ConsoleProcess console =
                ConsoleProcess.start(application, MEMORY, environment, folder.resolve("size-import.out"), command)) {
            JsonNode result = new JsonMapper().readTree(console.await());
            Import done = new Import(
                    new Measured(
                            rows(result),
                            Duration.ofMillis(result.get("durationMs").asLong()),
                            0,
                            0,
                            0),
                    console.peakBytes());
            out.printf(
                    Locale.ROOT,
                    "%-16s %8.2f s  %,10d rows  %,8.0f rows/s  %s%n",
                    export.getFileName(),
                    done.measured.time().toMillis() / 1000.0,
                    done.measured.rows(),
                    done.measured.rowsPerSecond(),
                    done.peak.isPresent() ? "peak %.0f MB".formatted(done.peak.getAsLong() / 1e6) : "");
            return done;
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private static long rows(JsonNode result) {
        return ProductImport.COUNTED.stream()
                .mapToLong(kind -> result.at("/counts/" + kind + "/read").asLong())
                .sum();
    }

    private Map<String, Object> report(List<Import> small, List<Import> large) {
        BenchReport report = new BenchReport(out);
        ToDoubleFunction<Import> rate = one -> one.measured.rowsPerSecond();
        report.figure("slim products, large", products);
        report.figure("small rows/s", Math.round(Medians.of(small, rate)));
        report.figure("large rows/s", Math.round(Medians.of(large, rate)));
        report.atLeast("large/small rows/s", Medians.of(large, rate) / Medians.of(small, rate), 0.8);
        if (large.stream().allMatch(one -> one.peak.isPresent())) {
            ToDoubleFunction<Import> peak = one -> one.peak.orElse(0);
            report.figure("small peak memory, bytes", Math.round(Medians.of(small, peak)));
            report.figure("large peak memory, bytes", Math.round(Medians.of(large, peak)));
            report.atMost("large/small peak memory", Medians.of(large, peak) / Medians.of(small, peak), 1.15);
        } else {
            report.notMeasured("large/small peak memory", "this system has no /proc");
        }
        return report.figures();
    }

    private record Import(Measured measured, OptionalLong peak) {}
}
