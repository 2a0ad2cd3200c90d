package ru.freesport.console.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Room on disk for files on their way, below the home folder; what a dead process left is removed at a later start. */
@Component
public class TemporaryFolders {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolders.class);
    private static final Duration LONGEST_USE = Duration.ofDays(1);

    private final Path parent;
    private final Clock clock;

    TemporaryFolders(DatabaseSettings settings, Clock clock) {
        this.parent = settings.home().resolve("tmp");
        this.clock = clock;
    }

    /** A new empty folder; whoever asked for it deletes it. */
    public Path create(String prefix) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(parent), prefix);
    }

    public static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            LOG.debug("{} is gone already", folder);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void removeOld() {
        Instant oldest = clock.instant().minus(LONGEST_USE);
        try (Stream<Path> folders = Files.isDirectory(parent) ? Files.list(parent) : Stream.empty()) {
            List<Path> all = folders.toList();
            for (Path folder : all) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(oldest)) {
                    delete(folder);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Old temporary files in {} could not be removed: {}", parent, e.toString());
        }
    }
}
