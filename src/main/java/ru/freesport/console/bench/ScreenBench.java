package ru.freesport.console.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.onec.generator.ExportGenerator;
import ru.freesport.console.onec.generator.Shape;

/**
 * How long a page takes while the same process imports, against an idle console. The export comes by the watched
 * folder, so that the import shares the server's heap, threads and connections with the pages.
 */
public final class ScreenBench {

    private static final String MEMORY = "1g";
    private static final int IDLE_VISITS = 100;
    private static final int FEWEST_BUSY_VISITS = 20;
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration PICK_UP = Duration.ofMinutes(3);

    private final Class<?> application;
    private final Path folder;
    private final int products;
    private final int rounds;
    private final List<String> pages;
    private final PrintStream out;

    public ScreenBench(
            Class<?> application, Path folder, int products, int rounds, List<String> pages, PrintStream out) {
        this.application = application;
        this.folder = folder;
        this.products = products;
        this.rounds = rounds;
        this.pages = List.copyOf(pages);
        this.out = out;
    }

    /** Returns the figures, by name, as they are printed. */
    public Map<String, Object> run(String databaseUrl, String databaseUser) throws Exception {
        Path home = folder.resolve("screens-home").toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        Path inbox = Files.createDirectories(home.resolve("inbox"));
        try (Connection database = new BenchDatabase(databaseUrl, databaseUser).another("screens")) {
            int port = ConsoleProcess.freePort();
            Map<String, String> environment = Map.of(
                    "FREESPORT_HOME",
                    home.toString(),
                    "FREESPORT_DB_URL",
                    database.getMetaData().getURL(),
                    "FREESPORT_DB_USER",
                    databaseUser,
                    "FREESPORT_DB_PASSWORD",
                    "",
                    "FREESPORT_INBOX",
                    inbox.toString(),
                    "FREESPORT_ONEC_IMPORT_INBOXSETTLED",
                    "1s");
            try (ConsoleProcess console = ConsoleProcess.start(
                    application,
                    MEMORY,
                    environment,
                    folder.resolve("screens.out"),
                    List.of("demo", "--port", Integer.toString(port)))) {
                console.awaitOutput("Console ready", START);
                PageVisitor visitor = new PageVisitor("http://localhost:" + port);
                visitor.logIn("admin", "admin");
                return measure(visitor, database, inbox);
            }
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private Map<String, Object> measure(PageVisitor visitor, Connection database, Path inbox) throws Exception {
        out.printf(
                Locale.ROOT,
                "%nPages %s, %d visits idle, then during an import of %d products by the watched folder%n",
                String.join(", ", pages),
                IDLE_VISITS,
                products);
        // a console that has worked a while, with a catalogue in it
        visits(visitor, IDLE_VISITS);
        visitsDuringImport(visitor, database, inbox, 0);
        List<Double> idle = new ArrayList<>();
        List<Double> busy = new ArrayList<>();
        int fewest = Integer.MAX_VALUE;
        for (int round = 1; round <= rounds; round++) {
            idle.add(Medians.percentile95(visits(visitor, IDLE_VISITS)));
            List<Double> during = visitsDuringImport(visitor, database, inbox, round);
            fewest = Math.min(fewest, during.size());
            busy.add(Medians.percentile95(during));
            out.printf(
                    Locale.ROOT,
                    "round %d  idle p95 %7.1f ms  importing p95 %7.1f ms of %d visits%n",
                    round,
                    idle.getLast(),
                    busy.getLast(),
                    during.size());
        }
        return report(idle, busy, fewest);
    }

    private Map<String, Object> report(List<Double> idle, List<Double> busy, int fewest) {
        BenchReport report = new BenchReport(out);
        double idleUsually = Medians.of(idle, Double::doubleValue);
        double busyUsually = Medians.of(busy, Double::doubleValue);
        report.figure("page p95 idle, ms", Math.round(idleUsually));
        report.figure("page p95 while importing, ms", Math.round(busyUsually));
        report.figure("fewest visits during an import", fewest);
        report.atMost("page p95, importing/idle", busyUsually / idleUsually, 3);
        if (fewest < FEWEST_BUSY_VISITS) {
            out.println("The import was over before " + FEWEST_BUSY_VISITS + " pages: give a larger --size.");
        }
        return report.figures();
    }

    private List<Double> visits(PageVisitor visitor, int count) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(visitor.visit(pages.get(i % pages.size())).toNanos() / 1e6);
        }
        return times;
    }

    /** Every round brings other products, so that each import is a first one. */
    private List<Double> visitsDuringImport(PageVisitor visitor, Connection database, Path inbox, int round)
            throws Exception {
        Path export = folder.resolve("screens-export-" + round);
        long last = newestImport(database);
        ExportGenerator.generate(export, products, 1000L + round, Shape.FULL);
        Files.move(export, inbox.resolve(export.getFileName()));
        awaitRunning(database, last);
        List<Double> times = new ArrayList<>();
        while (isRunning(database)) {
            times.add(visitor.visit(pages.get(times.size() % pages.size())).toNanos() / 1e6);
        }
        return times;
    }

    private static void awaitRunning(Connection database, long last) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PICK_UP.toNanos();
        while (newestImport(database) == last || !isRunning(database)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The console did not take the export from its folder");
            }
            Thread.sleep(20);
        }
    }

    private static boolean isRunning(Connection database) throws SQLException {
        return number(
                        database,
                        "SELECT count(*) FROM job_run WHERE task = ? AND trigger = 'FOLDER' AND state = 'RUNNING'")
                > 0;
    }

    private static long newestImport(Connection database) throws SQLException {
        return number(
                database,
                "SELECT coalesce(max(id), 0) FROM job_run WHERE task = ? AND trigger = 'FOLDER' AND state <> 'QUEUED'");
    }

    private static long number(Connection database, String query) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(query)) {
            select.setString(1, "onec.catalog-import");
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
