package ru.freesport.console.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.Door;
import ru.freesport.console.onec.ImportKind;
import ru.freesport.console.onec.LocalFiles;
import ru.freesport.console.onec.PacketImport;
import ru.freesport.console.shared.Actor;

/** {@code ./console import PATH}: a CommerceML file, zip or export folder. */
@Command(
        mixinStandardHelpOptions = true,
        name = "import",
        description = "Import a CommerceML file, zip or export folder")
final class ImportCommand implements Callable<Integer> {

    private final CommandLineEntry.Application application;

    @Parameters(paramLabel = "PATH", description = "A .xml, a .zip or a folder of them")
    private Path path = Path.of("");

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "KIND",
            description = "Take only these kinds of rows: goods,prices,…")
    private List<String> only = new ArrayList<>();

    @Option(names = "--dry-run", description = "Tell what would change, and change nothing")
    private boolean dryRun;

    @Option(names = "--json", description = "One JSON document on standard output")
    private boolean json;

    ImportCommand(CommandLineEntry.Application application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        Set<ImportKind> kinds = EnumSet.noneOf(ImportKind.class);
        for (String code : only) {
            var kind = ImportKind.ofCode(code.strip());
            if (kind.isEmpty()) {
                System.err.println("There is no kind \"" + code + "\". Kinds: "
                        + String.join(
                                ", ",
                                java.util.Arrays.stream(ImportKind.values())
                                        .map(ImportKind::code)
                                        .toList()));
                return ExitCode.WRONG_INPUT;
            }
            kinds.add(kind.get());
        }
        if (!Files.exists(path)) {
            System.err.println("There is no " + path);
            return ExitCode.WRONG_INPUT;
        }
        if (kinds.isEmpty()) {
            kinds.addAll(EnumSet.allOf(ImportKind.class));
        }
        try (var context = application.open()) {
            return run(context, kinds);
        } catch (LocalFiles.NothingToImport nothing) {
            System.err.println(nothing.getMessage());
            return ExitCode.WRONG_INPUT;
        }
    }

    private int run(ApplicationContext context, Set<ImportKind> kinds) throws IOException, LocalFiles.NothingToImport {
        long begin = System.nanoTime();
        AtomicLong bytes = new AtomicLong();
        Actor actor = Actor.commandLine();
        long packet = context.getBean(LocalFiles.class)
                .store(path, Door.COMMAND_LINE, actor, (_, size) -> bytes.addAndGet(size));
        RunProgressLine progress = RunProgressLine.onStandardError();
        RunView run = context.getBean(Runs.class)
                .runHere(
                        context.getBean(PacketImport.class)
                                .packet(
                                        packet,
                                        LocalFiles.isWhole(path),
                                        kinds,
                                        RunTrigger.COMMAND_LINE,
                                        actor,
                                        dryRun,
                                        null,
                                        path.getFileName().toString()),
                        progress);
        progress.finish();
        RunReport report = RunReport.of(context, run, Duration.ofNanos(System.nanoTime() - begin), bytes.get());
        if (json) {
            report.json(System.out);
        } else {
            report.table(System.out);
        }
        report.problems(System.err);
        return ExitCode.of(run);
    }
}
