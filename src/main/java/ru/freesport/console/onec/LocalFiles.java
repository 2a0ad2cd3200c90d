package ru.freesport.console.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.freesport.console.partners.BlobRef;
import ru.freesport.console.shared.Actor;

/** Makes packets of what lies on this machine's disk: a file, an archive or an export folder. */
@Component
public class LocalFiles {

    private static final int STORED_AT_ONCE = 2;

    private final Packets packets;

    LocalFiles(Packets packets) {
        this.packets = packets;
    }

    /**
     * Stores the files as a new packet, as they are.
     *
     * @param stored hears of every file that is stored, with its size
     * @throws NothingToImport when the path does not exist or holds no file of an exchange
     */
    public long store(Path path, Door door, Actor actor, ObjLongConsumer<String> stored)
            throws IOException, NothingToImport {
        List<Path> files = files(path);
        if (files.isEmpty()) {
            throw new NothingToImport(path);
        }
        Path root = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
        long packet = packets.open(door, actor, path.getFileName().toString());
        List<BlobRef> contents = contents(files);
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            String name = root.toAbsolutePath()
                    .relativize(file.toAbsolutePath())
                    .toString()
                    .replace('\\', '/');
            packets.add(packet, name, contents.get(i), actor);
            stored.accept(name, Files.size(file));
        }
        return packet;
    }

    /** A folder or an archive is a whole export; a file alone may be one of several. */
    public static boolean isWhole(Path path) {
        return Files.isDirectory(path)
                || path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** Hashing and packing keep a processor busy each, so two files are stored at a time. */
    private List<BlobRef> contents(List<Path> files) throws IOException {
        try (ExecutorService storing = Executors.newFixedThreadPool(STORED_AT_ONCE)) {
            List<Future<BlobRef>> tasks = new ArrayList<>();
            for (Path file : files) {
                tasks.add(storing.submit(() -> packets.blobs().store(file)));
            }
            List<BlobRef> contents = new ArrayList<>();
            for (Future<BlobRef> task : tasks) {
                contents.add(task.get());
            }
            return contents;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while files were stored", e);
        }
    }

    private static List<Path> files(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        try (Stream<Path> tree = Files.walk(path)) {
            return tree.filter(Files::isRegularFile)
                    .filter(LocalFiles::isOfExchange)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Marker, lock and hidden files lie beside exports; they are no data. */
    private static boolean isOfExchange(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && name.matches(".*\\.(xml|zip|z\\d{2,3}|jpe?g|png|gif|webp|bmp)");
    }

    /** There is nothing at the path that could be imported. */
    public static final class NothingToImport extends Exception {

        private static final long serialVersionUID = 1L;

        NothingToImport(Path path) {
            super(
                    Files.exists(path)
                            ? "Nothing to import in " + path + ": no .xml, .zip or picture"
                            : "There is no " + path,
                    null,
                    false,
                    false);
        }
    }
}
