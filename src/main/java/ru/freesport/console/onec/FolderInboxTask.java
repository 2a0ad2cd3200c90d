package ru.freesport.console.onec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
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
 * Watches a folder for exports. When nothing there has changed for a while, all of it is moved aside as one packet,
 * stored and given to the import, then archived: a node that dies in between leaves it where the next run finds it.
 */
@Component
class FolderInboxTask implements ScheduledTask {

    static final String NAME = "onec.folder-inbox";
    private static final String TAKING = ".taking";
    private static final String DONE = ".done";
    private static final String GATHERING = ".gathering";
    private static final String PART = "-part";
    private static final DateTimeFormatter NAME_OF_PACKET =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

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
        run.checkpoint();
        gather(inbox, taking, run);
        for (Path packet : children(taking)) {
            run.checkpoint();
            take(packet, inbox, run);
        }
        return RunState.COMPLETED;
    }

    /** All that lies there is one packet, once nothing of it changes any more: files of one export name each other. */
    private void gather(Path inbox, Path taking, RunContext run) throws IOException {
        List<Path> ready = new ArrayList<>();
        boolean isPart = false;
        for (Path arrived : children(inbox)) {
            try {
                if (!isSettled(arrived)) {
                    return;
                }
                ready.add(arrived);
            } catch (IOException | UncheckedIOException unreadable) {
                isPart = true;
                warn(run, arrived, unreadable);
            }
        }
        // hidden until it is complete: a node may die between two moves
        Path gathering = Files.createDirectories(taking.resolve(GATHERING));
        for (Path arrived : ready) {
            Path place = gathering.resolve(arrived.getFileName());
            if (Files.exists(place)) {
                isPart = true;
                continue;
            }
            try {
                Files.move(arrived, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException unmovable) {
                isPart = true;
                warn(run, arrived, unmovable);
            }
        }
        if (!children(gathering).isEmpty()) {
            String name = NAME_OF_PACKET.format(clock.instant());
            Files.move(gathering, taking.resolve(isPart ? name + PART : name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void take(Path path, Path inbox, RunContext run) throws IOException {
        String name = path.getFileName().toString();
        try {
            List<Path> inside = Files.isDirectory(path) ? children(path) : List.of(path);
            Path only = inside.size() == 1 ? inside.getFirst() : path;
            boolean isWhole = LocalFiles.isWhole(only) && !name.endsWith(PART);
            String subject = only.getFileName().toString();
            Actor actor = Actor.system();
            long packet = files.store(Files.isDirectory(only) ? only : path, Door.FOLDER, actor, (_, _) -> {});
            long importRun = imports.start(imports.packet(
                    packet, isWhole, EnumSet.allOf(ImportKind.class), RunTrigger.FOLDER, actor, false, null, subject));
            run.note("onec.event.inboxTaken", subject, importRun);
        } catch (LocalFiles.NothingToImport nothing) {
            run.warn("onec.event.inboxNothing", name);
        } catch (IOException | UncheckedIOException unreadable) {
            warn(run, path, unreadable);
            return;
        }
        archive(path, inbox);
    }

    private static void warn(RunContext run, Path entry, Exception cause) {
        run.warn("onec.event.inboxUnreadable", entry.getFileName().toString(), cause.toString());
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

    /** Throws when something there cannot be read. */
    private boolean isSettled(Path path) throws IOException {
        Instant before = clock.instant().minus(settings.inboxSettled());
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path file : tree.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isAfter(before)) {
                    return false;
                }
                if (!Files.isReadable(file)) {
                    throw new AccessDeniedException(file.toString());
                }
            }
        } catch (NoSuchFileException renamedMeanwhile) {
            return false;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return false;
            }
            throw e;
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
