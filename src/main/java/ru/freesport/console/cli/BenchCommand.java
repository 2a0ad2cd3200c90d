package ru.freesport.console.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ru.freesport.console.bench.ImportBench;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./console bench}: measures the product beside a floor, in a database of its own. */
@Command(name = "bench", description = "Benchmarks; prints ratios side by side, writes target/bench/*.json")
final class BenchCommand implements Callable<Integer> {

    private final CommandLineEntry.Application application;

    @Parameters(paramLabel = "NAME", defaultValue = "import", description = "import")
    private String name = "import";

    @Option(names = "--size", defaultValue = "10000", description = "Products")
    private int size;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds; medians are reported")
    private int rounds;

    @Option(names = "--folder", defaultValue = "target/bench", description = "Where exports, database and results go")
    private Path folder = Path.of("target/bench");

    BenchCommand(CommandLineEntry.Application application) {
        this.application = application;
    }

    @Override
    public Integer call() throws Exception {
        if (!name.equals("import")) {
            System.err.println("There is no bench \"" + name + "\". Benches: import");
            return ExitCode.WRONG_INPUT;
        }
        Path home = Files.createDirectories(folder).resolve("home");
        FileSystemUtils.deleteRecursively(home);
        try (var context = application.open(
                "--freesport.database.home=" + home, "--freesport.database.url=", "--freesport.onec.import.inbox=")) {
            JdbcConnectionDetails database = context.getBean(JdbcConnectionDetails.class);
            Map<String, Object> figures =
                    new ImportBench(folder, size, rounds, System.out).run(context, database.getJdbcUrl(), "postgres");
            write(figures);
        }
        return ExitCode.DONE;
    }

    private void write(Map<String, Object> figures) throws IOException {
        Files.writeString(
                folder.resolve(name + ".json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    }
}
