package ru.freesport.console.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ru.freesport.console.onec.generator.ExportGenerator;
import ru.freesport.console.onec.generator.GeneratedExport;
import ru.freesport.console.onec.generator.Shape;

/** {@code ./console generate-export DIR --products N}: a synthetic export with the traps of a real one. */
@Command(
        mixinStandardHelpOptions = true,
        name = "generate-export",
        description = "A synthetic CommerceML 3.1 export with the real one's traps")
final class GenerateExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Folder to write into")
    private Path folder = Path.of("");

    @Option(names = "--products", required = true, description = "How many products")
    private int products;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed gives the same bytes")
    private long seed;

    @Option(names = "--slim", description = "Only what a product needs to exist: about 2 kB instead of 28 kB")
    private boolean slim;

    @Option(
            names = "--changed",
            defaultValue = "0",
            description = "Share of rows that differ from the same export without it: 0.05")
    private double changed;

    @Option(names = "--full", description = "The packet says that it holds all there is, not only changes")
    private boolean full;

    @Override
    public Integer call() throws IOException {
        if (products < 0 || changed < 0 || changed > 1) {
            System.err.println("--products must not be negative, --changed lies between 0 and 1");
            return ExitCode.WRONG_INPUT;
        }
        GeneratedExport export =
                ExportGenerator.generate(folder, products, seed, slim ? Shape.SLIM : Shape.FULL, changed, full);
        export.partsByName()
                .forEach((name, part) -> System.out.printf(
                        Locale.ROOT, "%-18s %10d rows %14d bytes%n", name, part.rows(), part.bytes()));
        return ExitCode.DONE;
    }
}
