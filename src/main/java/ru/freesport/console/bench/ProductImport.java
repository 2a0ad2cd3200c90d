package ru.freesport.console.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.Door;
import ru.freesport.console.onec.ImportKind;
import ru.freesport.console.onec.KindCounts;
import ru.freesport.console.onec.LocalFiles;
import ru.freesport.console.onec.PacketImport;
import ru.freesport.console.onec.RunCounts;
import ru.freesport.console.shared.Actor;

/** Imports an export as {@code ./console import} does: storing the messages, the run, its books, everything. */
final class ProductImport {

    /** Rows are counted in these kinds; dictionaries are small. */
    static final List<String> COUNTED = List.of("goods", "offers", "prices", "rests");

    private final ApplicationContext application;
    private final BenchDatabase database;
    private final List<String> counted;

    ProductImport(ApplicationContext application, BenchDatabase database) {
        this(application, database, COUNTED);
    }

    /** @param counted kinds whose rows are counted */
    ProductImport(ApplicationContext application, BenchDatabase database, List<String> counted) {
        this.application = application;
        this.database = database;
        this.counted = counted;
    }

    Measured take(Path export)
            throws IOException, LocalFiles.NothingToImport, java.sql.SQLException, InterruptedException {
        database.settle();
        BenchDatabase.Counters before = database.counters();
        long begin = System.nanoTime();
        RunView run = run(export);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        if (run.state() != RunState.COMPLETED && run.state() != RunState.COMPLETED_WITH_REJECTS) {
            throw new IllegalStateException("run " + run.id() + " ended " + run.state() + ": " + run.errorMessage());
        }
        Map<String, KindCounts> counts = application.getBean(RunCounts.class).of(run.id());
        long rows = counted.stream().mapToLong(kind -> counts.get(kind).read()).sum();
        // the server's counters of other sessions are published with a delay of up to a second
        Thread.sleep(1200);
        BenchDatabase.Counters after = database.counters();
        return new Measured(
                rows,
                time,
                after.walBytes() - before.walBytes(),
                after.commits() - before.commits(),
                after.rowsUpdated() - before.rowsUpdated());
    }

    private RunView run(Path export) throws IOException, LocalFiles.NothingToImport {
        Actor actor = Actor.commandLine();
        long packet = application.getBean(LocalFiles.class).store(export, Door.COMMAND_LINE, actor, (_, _) -> {});
        return application
                .getBean(Runs.class)
                .runHere(
                        application
                                .getBean(PacketImport.class)
                                .wholePacket(
                                        packet,
                                        EnumSet.allOf(ImportKind.class),
                                        RunTrigger.COMMAND_LINE,
                                        actor,
                                        false,
                                        null,
                                        export.getFileName().toString()),
                        RunWatcher.NONE);
    }
}
