package ru.freesport.console.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.Actor;

/** Makes packets of what lies on this machine's disk: a file, an archive or an export folder. */
@Component
public class LocalFiles {

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
        for (Path file : files) {
            String name = root.toAbsolutePath()
                    .relativize(file.toAbsolutePath())
                    .toString()
                    .replace('\\', '/');
            packets.add(packet, name, packets.blobs().store(file), actor);
            stored.accept(name, Files.size(file));
        }
        return packet;
    }

    /** A folder or an archive is a whole export; a file alone may be one of several. */
    public static boolean isWhole(Path path) {
        return Files.isDirectory(path)
                || path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
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
