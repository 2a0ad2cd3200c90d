package ru.freesport.console.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.onec.generator.CounterpartyGenerator;
import ru.freesport.console.onec.generator.GeneratedBuyer;

/**
 * 1C's counterparties against as many customers of the shop that 1C does not know yet: a first synchronisation and the
 * same again, product and floor in turn, medians of the rounds.
 */
public final class CustomerBench {

    private static final double LEAST = 0.3;
    private static final long MEMORY = 512L << 20;

    private final Path folder;
    private final int buyers;
    private final int rounds;
    private final PrintStream out;

    public CustomerBench(Path folder, int buyers, int rounds, PrintStream out) {
        this.folder = folder;
        this.buyers = buyers;
        this.rounds = rounds;
        this.out = out;
    }

    /** Returns the figures, by name, as they are printed. */
    public Map<String, Object> run(ApplicationContext application, String databaseUrl, String databaseUser)
            throws Exception {
        Path export = folder.resolve("counterparties-" + buyers);
        try {
            return measure(export, application, new BenchDatabase(databaseUrl, databaseUser));
        } finally {
            FileSystemUtils.deleteRecursively(export);
        }
    }

    private Map<String, Object> measure(Path export, ApplicationContext application, BenchDatabase database)
            throws Exception {
        SeededBuyers seeded = new SeededBuyers(buyers);
        FileSystemUtils.deleteRecursively(export);
        List<Path> files = CounterpartyGenerator.generate(Files.createDirectories(export), buyers);
        out.printf(Locale.ROOT, "%d counterparties against %d customers, %d rounds%n", buyers, buyers, rounds);
        ProductImport product = new ProductImport(application, database, List.of("contragents"));
        Map<Step, List<Measured>> ofProduct = new EnumMap<>(Step.class);
        Map<Step, List<Measured>> ofFloor = new EnumMap<>(Step.class);
        for (int round = 1; round <= rounds; round++) {
            try (Connection shop = database.product();
                    Connection connection = database.floor()) {
                FloorCustomers floor = new FloorCustomers(connection);
                floor.createTables();
                seeded.registerPlainly(connection);
                connection.commit();
                database.emptyCatalogue();
                seeded.register(shop);
                for (Step step : Step.values()) {
                    database.settle();
                    Measured plainly = floorTake(floor, files);
                    Measured wholly = product.take(export);
                    ofFloor.computeIfAbsent(step, _ -> new ArrayList<>()).add(plainly);
                    ofProduct.computeIfAbsent(step, _ -> new ArrayList<>()).add(wholly);
                    out.printf(
                            Locale.ROOT,
                            "round %d %-9s  floor %7.2f s  product %7.2f s%n",
                            round,
                            step.name().toLowerCase(Locale.ROOT),
                            plainly.time().toMillis() / 1000.0,
                            wholly.time().toMillis() / 1000.0);
                }
                check(application.getBean(JdbcClient.class), floor);
            }
        }
        return report(ofProduct, ofFloor);
    }

    /** A quick wrong answer is no answer: every difference of the seed became a conflict, and nothing else. */
    private void check(JdbcClient database, FloorCustomers floor) throws Exception {
        long colliding = IntStream.range(0, buyers)
                .mapToObj(GeneratedBuyer::new)
                .filter(GeneratedBuyer::isColliding)
                .count();
        long conflicts = database.sql("SELECT count(*) FROM customer_conflict WHERE state = 'OPEN'")
                .query(Long.class)
                .single();
        long linked = database.sql("SELECT count(*) FROM customer WHERE onec_id IS NOT NULL")
                .query(Long.class)
                .single();
        if (conflicts != colliding || floor.differences() != colliding || linked != buyers) {
            throw new IllegalStateException("%d conflicts and %d differences instead of %d, %d customers linked"
                    .formatted(conflicts, floor.differences(), colliding, linked));
        }
    }

    private Map<String, Object> report(Map<Step, List<Measured>> product, Map<Step, List<Measured>> floor) {
        BenchReport report = new BenchReport(out);
        report.figure("counterparties", buyers);
        for (Step step : Step.values()) {
            String name = step.name().toLowerCase(Locale.ROOT);
            double ofFloor = Medians.of(floor.get(step), Measured::rowsPerSecond);
            double ofProduct = Medians.of(product.get(step), Measured::rowsPerSecond);
            report.figure("floor " + name + " rows/s", Math.round(ofFloor));
            report.figure("product " + name + " rows/s", Math.round(ofProduct));
            report.atLeast(name + " sync, product/floor rows/s", ofProduct / ofFloor, LEAST);
        }
        report.atMost("heap of the process, MB", Runtime.getRuntime().maxMemory() >> 20, MEMORY >> 20);
        return report.figures();
    }

    private static Measured floorTake(FloorCustomers floor, List<Path> export) throws Exception {
        long begin = System.nanoTime();
        long rows = floor.take(export);
        return new Measured(rows, Duration.ofNanos(System.nanoTime() - begin), 0, 0, 0);
    }

    private enum Step {
        FIRST,
        UNCHANGED
    }
}
