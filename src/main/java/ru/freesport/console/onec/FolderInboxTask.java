package ru.freesport.console.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.jobs.RunState;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.ScheduledTask;
import ru.freesport.console.shared.Actor;

/**
 * Watches a folder for exports. What has not changed for a while is moved aside, stored and given to the import, then
 * archived: a file is never taken twice, and a node that dies in between leaves it where the next run finds it.
 */
@Component
class FolderInboxTask implements ScheduledTask {

    static final String NAME = "onec.folder-inbox";
    private static final String TAKING = ".taking";
    private static final String DONE = ".done";

    private final ImportSettings settings;
    private final LocalFiles files;
    private final PacketImport imports;
    private final Clock clock;

    FolderInboxTask(ImportSettings settings, LocalFiles files, PacketImport imports, Clock clock) {
        this.settings = settings;
        this.files = files;
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> cron() {
        return settings.inbox().isBlank() ? Optional.empty() : Optional.of("0/30 * * * * ?");
    }

    @Override
    public RunState run(RunContext run) throws IOException {
        Path inbox = Path.of(settings.inbox());
        Path taking = Files.createDirectories(inbox.resolve(TAKING));
        for (Path left : children(taking)) {
            take(left, inbox, run);
        }
        for (Path arrived : children(inbox)) {
            run.checkpoint();
            if (isSettled(arrived)) {
                Path moved = taking.resolve(arrived.getFileName());
                Files.move(arrived, moved, StandardCopyOption.ATOMIC_MOVE);
                take(moved, inbox, run);
            }
        }
        return RunState.COMPLETED;
    }

    private void take(Path path, Path inbox, RunContext run) throws IOException {
        String name = path.getFileName().toString();
        try {
            Actor actor = Actor.system();
            long packet = files.store(path, Door.FOLDER, actor, (_, _) -> {});
            long importRun = imports.startWhole(
                    packet, EnumSet.allOf(ImportKind.class), RunTrigger.FOLDER, actor, false, null, name);
            run.note("onec.event.inboxTaken", name, importRun);
        } catch (LocalFiles.NothingToImport nothing) {
            run.warn("onec.event.inboxNothing", name);
        }
        archive(path, inbox);
    }

    private void archive(Path path, Path inbox) throws IOException {
        Path day = Files.createDirectories(
                inbox.resolve(DONE).resolve(clock.instant().toString().substring(0, 10)));
        Path target = day.resolve(path.getFileName());
        for (int copy = 2; Files.exists(target); copy++) {
            target = day.resolve(path.getFileName() + "." + copy);
        }
        Files.move(path, target);
    }

    private boolean isSettled(Path path) throws IOException {
        Instant before = clock.instant().minus(settings.inboxSettled());
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path file : tree.toList()) {
                FileTime changed = Files.getLastModifiedTime(file);
                if (changed.toInstant().isAfter(before)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
