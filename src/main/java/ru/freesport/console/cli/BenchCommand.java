package ru.freesport.console.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ru.freesport.console.bench.CircuitBench;
import ru.freesport.console.bench.CustomerBench;
import ru.freesport.console.bench.ImportBench;
import ru.freesport.console.bench.ListBench;
import ru.freesport.console.bench.OrderBench;
import ru.freesport.console.bench.ScreenBench;
import ru.freesport.console.bench.SizeBench;
import ru.freesport.console.simulator.SimulatorSettings;
import ru.freesport.console.simulator.Simulators;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./console bench}: measures the product beside a floor, in databases of its own. */
@Command(
        mixinStandardHelpOptions = true,
        name = "bench",
        description = "Benchmarks; prints ratios side by side, writes target/bench/*.json")
final class BenchCommand implements Callable<Integer> {

    private static final String DATABASE_USER = "postgres";
    private static final List<String> BENCHES = List.of("import", "circuit", "orders", "customers", "payments");

    /** The rate limit protects the partner; here it would only be measured itself. */
    private static final String UNLIMITED = "--freesport.partners.guard.per-second=1000000";

    private static final int USUAL_SIZE = 10_000;
    private static final int LONG_SIZE = 1_000_000;
    private static final int CUSTOMERS = 100_000;

    /** So many rows has a list for each customer of the synchronisation. */
    private static final int LIST_ROWS = 10;

    private static final int USUAL_ROUNDS = 3;
    private static final TypeReference<LinkedHashMap<String, Object>> FIGURES = new TypeReference<>() {};

    private final CommandLineEntry.Application application;
    private final JsonMapper json = new JsonMapper();

    @Parameters(
            paramLabel = "NAME",
            defaultValue = "import",
            description = "import, circuit, orders, customers or payments")
    private String name = "import";

    @Option(names = "--long", description = "Instead: a large import against one of a tenth, time and memory")
    private boolean large;

    @Option(
            names = "--size",
            description = "Products: 10000, with --long 1000000; calls of each kind, or orders: 10000")
    private @Nullable Integer size;

    @Option(names = "--rounds", description = "Rounds, of which medians are reported: 3, with --long 1")
    private @Nullable Integer rounds;

    @Option(names = "--no-screens", description = "Leave out how long pages take during an import")
    private boolean withoutScreens;

    @Option(names = "--pages", split = ",", defaultValue = "products,sync", description = "Pages that are visited")
    private List<String> pages = List.of();

    @Option(names = "--folder", defaultValue = "target/bench", description = "Where exports, databases and results go")
    private Path folder = Path.of("target/bench");

    @Option(names = "--keep", description = "Leave the generated exports where they are")
    private boolean keep;

    BenchCommand(CommandLineEntry.Application application) {
        this.application = application;
    }

    @Override
    public Integer call() throws Exception {
        if (!BENCHES.contains(name)) {
            System.err.println("There is no bench \"" + name + "\". Benches: " + String.join(", ", BENCHES));
            return ExitCode.WRONG_INPUT;
        }
        Files.createDirectories(folder);
        if (name.equals("circuit")) {
            guard(Objects.requireNonNullElse(size, USUAL_SIZE));
        } else if (name.equals("orders")) {
            orders(Objects.requireNonNullElse(size, USUAL_SIZE), Objects.requireNonNullElse(rounds, USUAL_ROUNDS));
        } else if (name.equals("customers")) {
            customers(Objects.requireNonNullElse(size, CUSTOMERS), Objects.requireNonNullElse(rounds, USUAL_ROUNDS));
        } else if (name.equals("payments")) {
            payments(Objects.requireNonNullElse(size, LONG_SIZE));
        } else if (large) {
            int products = Objects.requireNonNullElse(size, LONG_SIZE);
            int times = Objects.requireNonNullElse(rounds, 1);
            keepFigures("sizes", new SizeBench(application.type(), folder, products, times, System.out).run(keep));
        } else {
            besideTheFloor(
                    Objects.requireNonNullElse(size, USUAL_SIZE), Objects.requireNonNullElse(rounds, USUAL_ROUNDS));
        }
        System.out.println("Figures are in " + figuresFile());
        return ExitCode.DONE;
    }

    private void guard(int calls) throws Exception {
        inHome(context -> keepFigures("circuit", new CircuitBench(calls, System.out).run(context)), UNLIMITED);
    }

    private void orders(int orders, int times) throws Exception {
        try (Simulators onec = Simulators.start(SimulatorSettings.quick(Duration.ZERO, Duration.ZERO))) {
            inHome(
                    context -> keepFigures("orders", new OrderBench(folder, orders, times, System.out).run(context)),
                    UNLIMITED,
                    "--freesport.onec.http.base-url=http://localhost:" + onec.httpPort() + "/onec",
                    "--freesport.onec.http.user=exchange",
                    "--freesport.onec.http.password=exchange",
                    "--freesport.onec.http.secret=demo-onec-secret");
        }
    }

    private void customers(int buyers, int times) throws Exception {
        inHome(context -> {
            String database = context.getBean(JdbcConnectionDetails.class).getJdbcUrl();
            if (!withoutScreens) {
                ListBench list = new ListBench(application.type(), folder, buyers * LIST_ROWS, true, System.out);
                keepFigures("list", list.conflicts(context, database, DATABASE_USER));
            }
            if (times > 0) {
                CustomerBench sync = new CustomerBench(folder, buyers, times, System.out);
                keepFigures("sync", sync.run(context, database, DATABASE_USER));
            }
        });
    }

    private void payments(int rows) throws Exception {
        inHome(context -> {
            String database = context.getBean(JdbcConnectionDetails.class).getJdbcUrl();
            ListBench list = new ListBench(application.type(), folder, rows, !withoutScreens, System.out);
            keepFigures("list", list.payments(context, database, DATABASE_USER));
        });
    }

    private void besideTheFloor(int products, int times) throws Exception {
        inHome(context -> {
            String database = context.getBean(JdbcConnectionDetails.class).getJdbcUrl();
            ImportBench imports = new ImportBench(folder, products, times, System.out);
            keepFigures("import", imports.run(context, database, DATABASE_USER, keep));
            if (!withoutScreens) {
                ScreenBench visits = new ScreenBench(application.type(), folder, products, times, pages, System.out);
                keepFigures("screens", visits.run(database, DATABASE_USER));
            }
        });
    }

    /** Work in an application with a database of its own, which is gone afterwards. */
    private void inHome(Work work, String... settings) throws Exception {
        Path home = folder.resolve("home");
        FileSystemUtils.deleteRecursively(home);
        List<String> arguments = new ArrayList<>(List.of(
                "--freesport.database.home=" + home, "--freesport.database.url=", "--freesport.onec.import.inbox="));
        arguments.addAll(List.of(settings));
        try (var context = application.open(arguments.toArray(String[]::new))) {
            work.in(context);
        }
        FileSystemUtils.deleteRecursively(home);
    }

    @FunctionalInterface
    private interface Work {
        void in(ConfigurableApplicationContext context) throws Exception;
    }

    /** Each part's figures take the place of its earlier ones; those of the other parts stay. */
    private void keepFigures(String part, Map<String, Object> figures) throws IOException {
        Path file = figuresFile();
        Map<String, Object> all = new LinkedHashMap<>();
        if (Files.exists(file)) {
            all.putAll(json.readValue(file.toFile(), FIGURES));
        }
        all.put(part, figures);
        Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }

    private Path figuresFile() {
        return folder.resolve(name + ".json");
    }
}
