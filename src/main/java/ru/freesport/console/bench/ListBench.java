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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.access.RunAs;

/**
 * How long a page of a long list takes: by plain SQL, by the service that checks rights and masks, and the whole way of a
 * browser that scrolls. All three take turns on one database.
 */
public final class ListBench {

    private static final String MEMORY = "1g";
    private static final Duration START = Duration.ofMinutes(5);
    private static final int WARM_UP = 3_000;
    private static final int TIMES = 2_000;
    private static final int ROUND_TRIPS = 200;
    private static final int FAR = 900_000;
    private static final double SERVICE = 1.5;
    private static final double ROUND_TRIP = 5;
    private static final double FAR_DOWN = 20;

    private final Class<?> application;
    private final Path folder;
    private final int rows;
    private final boolean withScreens;
    private final PrintStream out;

    /**
     * @param rows of the list
     * @param withScreens whether a browser's way is measured too
     */
    public ListBench(Class<?> application, Path folder, int rows, boolean withScreens, PrintStream out) {
        this.application = application;
        this.folder = folder;
        this.rows = rows;
        this.withScreens = withScreens;
        this.out = out;
    }

    /** The queue of conflicts; returns the figures, by name, as they are printed. */
    public Map<String, Object> conflicts(ApplicationContext context, String url, String user) throws Exception {
        return run(new SeededConflicts(context), new BenchDatabase(url, user));
    }

    /** The list of payments; returns the figures, by name, as they are printed. */
    public Map<String, Object> payments(ApplicationContext context, String url, String user) throws Exception {
        return run(new SeededPayments(context), new BenchDatabase(url, user));
    }

    private Map<String, Object> run(SeededList list, BenchDatabase database) throws Exception {
        try (Connection connection = database.product()) {
            out.printf(Locale.ROOT, "%n%s with %,d rows%n", list.path(), rows);
            list.seed(connection, rows);
            List<SeededList.Page> pages = list.pages(connection);
            BenchReport report = new BenchReport(out);
            report.figure("rows", rows);
            for (SeededList.Page page : pages) {
                compare(page, connection, WARM_UP);
            }
            Map<String, Double> plain = new LinkedHashMap<>();
            for (SeededList.Page page : pages) {
                plain.put(page.name(), service(page, connection, report));
            }
            farDown(list, connection, report);
            if (withScreens) {
                roundTrips(list, pages, plain, connection, report);
            }
            return report.figures();
        }
    }

    private record Compared(List<Double> plain, List<Double> service) {}

    private static Compared compare(SeededList.Page page, Connection connection, int times) throws Exception {
        List<Double> plain = new ArrayList<>();
        List<Double> service = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(page.plain())) {
            for (int i = 0; i < page.parameters().size(); i++) {
                select.setObject(i + 1, page.parameters().get(i));
            }
            for (int i = 0; i < times; i++) {
                plain.add(millis(() -> read(select)));
                service.add(millis(() -> RunAs.system(page.service()::call)));
            }
        }
        return new Compared(plain, service);
    }

    /** Returns the 95th percentile of plain SQL, in milliseconds. */
    private double service(SeededList.Page page, Connection connection, BenchReport report) throws Exception {
        Compared compared = compare(page, connection, TIMES);
        List<Double> plain = compared.plain;
        List<Double> service = compared.service;
        double ofPlain = Medians.percentile95(plain);
        double ofService = Medians.percentile95(service);
        out.printf(
                Locale.ROOT,
                "%-9s p95: plain SQL %6.2f ms, service %6.2f ms (medians %.2f, %.2f)%n",
                page.name(),
                ofPlain,
                ofService,
                Medians.of(plain, Double::doubleValue),
                Medians.of(service, Double::doubleValue));
        report.atMost(page.name() + " page p95, service/plain SQL", ofService / ofPlain, SERVICE);
        return ofPlain;
    }

    private void farDown(SeededList list, Connection connection, BenchReport report) throws Exception {
        int row = Math.min(FAR, rows * 9 / 10);
        List<Double> first = new ArrayList<>();
        List<Double> far = new ArrayList<>();
        Callable<Integer> firstPage = list.firstOfAll();
        Callable<Integer> farPage = list.pageAt(connection, row);
        for (int i = 0; i < TIMES / 20; i++) {
            first.add(millis(() -> RunAs.system(firstPage::call)));
            far.add(millis(() -> RunAs.system(farPage::call)));
        }
        report.atMost(
                "row %,d / first page, medians".formatted(row),
                Medians.of(far, Double::doubleValue) / Medians.of(first, Double::doubleValue),
                FAR_DOWN);
    }

    private void roundTrips(
            SeededList list,
            List<SeededList.Page> pages,
            Map<String, Double> plain,
            Connection connection,
            BenchReport report)
            throws Exception {
        Path home = folder.resolve("list-home").toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
        int port = ConsoleProcess.freePort();
        Map<String, String> environment = Map.of(
                "FREESPORT_HOME",
                home.toString(),
                "FREESPORT_DB_URL",
                connection.getMetaData().getURL(),
                "FREESPORT_DB_USER",
                connection.getMetaData().getUserName(),
                "FREESPORT_DB_PASSWORD",
                "",
                "FREESPORT_INBOX",
                "");
        try (ConsoleProcess console = ConsoleProcess.start(
                application,
                MEMORY,
                environment,
                folder.resolve("list.out"),
                List.of("demo", "--port", Integer.toString(port)))) {
            console.awaitOutput("Console ready", START);
            PageVisitor visitor = new PageVisitor("http://localhost:" + port);
            visitor.logIn("admin", "admin");
            for (SeededList.Page page : pages) {
                visit(visitor, list, page);
            }
            for (SeededList.Page page : pages) {
                List<Double> times = new ArrayList<>();
                for (Duration time : visit(visitor, list, page)) {
                    times.add(time.toNanos() / 1e6);
                }
                double trip = Medians.percentile95(times);
                out.printf(
                        Locale.ROOT,
                        "%-9s p95: round trip %6.2f ms (median %.2f)%n",
                        page.name(),
                        trip,
                        Medians.of(times, Double::doubleValue));
                report.atMost(
                        page.name() + " page p95, round trip/plain SQL", trip / plain.get(page.name()), ROUND_TRIP);
            }
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private static List<Duration> visit(PageVisitor visitor, SeededList list, SeededList.Page page)
            throws IOException, InterruptedException {
        return page.from() == 0
                ? visitor.open(list.path(), page.query(), ROUND_TRIPS)
                : visitor.scroll(list.path(), page.from(), ROUND_TRIPS);
    }

    private static int read(PreparedStatement select) throws SQLException {
        int rows = 0;
        try (ResultSet row = select.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = 1; i <= columns; i++) {
                    row.getObject(i);
                }
                rows++;
            }
        }
        return rows;
    }

    private static double millis(Callable<Integer> work) throws Exception {
        long begin = System.nanoTime();
        if (work.call() == 0) {
            throw new IllegalStateException("a page without rows");
        }
        return (System.nanoTime() - begin) / 1e6;
    }
}
