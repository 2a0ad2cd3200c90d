package ru.freesport.console.onec.packet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks an archive that came from outside. It is read by its local headers from the front, so that volumes are simply
 * read one after the other and an archive without its end (a known habit of 1C) gives what it holds.
 */
public final class ZipPacket {

    private static final long RATIO_COUNTS_FROM = 10L << 20;
    private static final long HIGHEST_RATIO = 200;
    private static final String NAMES_WITHOUT_UTF8_FLAG = "IBM866";

    /** One volume; opened once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /**
     * @param entries more files are refused
     * @param bytes more unpacked bytes are refused
     */
    public record Limits(int entries, long bytes) {
        public static final Limits USUAL = new Limits(20_000, 8L << 30);
    }

    /** Why an archive is not unpacked. */
    public enum Reason {
        NOT_AN_ARCHIVE,
        BROKEN,
        UNSAFE_NAME,
        DUPLICATE_NAME,
        SYMBOLIC_LINK,
        ENCRYPTED,
        UNSUPPORTED_METHOD,
        TOO_MANY_ENTRIES,
        TOO_MANY_BYTES,
        RATIO,
        DISK
    }

    /** The archive was refused; nothing of it is left in the folder. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;
        private final Reason reason;

        Refused(Reason reason, String message) {
            super(message);
            this.reason = reason;
        }

        Refused(Reason reason, String message, IOException cause) {
            super(message, cause);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    private final ArchiveTail archive;
    private final Path folder;
    private final Limits limits;
    private final byte[] buffer = new byte[1 << 16];
    private int entries;
    private long bytes;

    private ZipPacket(ArchiveTail archive, Path folder, Limits limits) {
        this.archive = archive;
        this.folder = folder;
        this.limits = limits;
    }

    /**
     * Unpacks the volumes, in their order, into an empty folder; archives inside are left out.
     *
     * @throws IOException when a volume cannot be read
     */
    public static void extract(List<? extends Source> volumes, Path emptyFolder, Limits limits)
            throws IOException, Refused {
        boolean whole = false;
        try (ArchiveTail archive = new ArchiveTail(oneAfterTheOther(volumes))) {
            new ZipPacket(archive, emptyFolder, limits).extract();
            whole = true;
        } finally {
            if (!whole) {
                empty(emptyFolder);
            }
        }
    }

    private void extract() throws IOException, Refused {
        try (ZipArchiveInputStream zip =
                new ZipArchiveInputStream(archive, NAMES_WITHOUT_UTF8_FLAG, true, true, true)) {
            for (ZipArchiveEntry entry = next(zip); entry != null; entry = next(zip)) {
                if (++entries > limits.entries()) {
                    throw new Refused(
                            Reason.TOO_MANY_ENTRIES, "the archive holds more than " + limits.entries() + " files");
                }
                take(zip, entry);
            }
            archive.drain();
        }
        if (entries == 0 && !archive.isEmptyArchive()) {
            throw new Refused(Reason.NOT_AN_ARCHIVE, "this is not a zip archive");
        }
        String link = archive.symbolicLink();
        if (link != null) {
            throw new Refused(Reason.SYMBOLIC_LINK, "the archive holds a symbolic link: " + link);
        }
    }

    private @Nullable ZipArchiveEntry next(ZipArchiveInputStream zip) throws IOException, Refused {
        try {
            return zip.getNextEntry();
        } catch (IOException e) {
            archive.rethrowOwn(e);
            if (entries > 0 && archive.isAtEnd()) {
                // the end record is missing: what the local headers named has been read
                return null;
            }
            Reason reason = entries == 0 ? Reason.NOT_AN_ARCHIVE : Reason.BROKEN;
            throw new Refused(reason, "the archive cannot be read: " + e.getMessage(), e);
        }
    }

    private void take(ZipArchiveInputStream zip, ZipArchiveEntry entry) throws IOException, Refused {
        String name = EntryName.safe(entry.getName());
        if (name == null) {
            throw new Refused(Reason.UNSAFE_NAME, "the archive holds a file with an unsafe name: " + entry.getName());
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Refused(Reason.ENCRYPTED, name + " is encrypted");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new Refused(Reason.UNSUPPORTED_METHOD, name + " is packed by a method that is not supported");
        }
        if (!entry.isDirectory() && !EntryName.isArchive(name)) {
            write(zip, name);
        }
    }

    private void write(ZipArchiveInputStream zip, String name) throws IOException, Refused {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new Refused(Reason.UNSAFE_NAME, "the archive holds a file with an unsafe name: " + name);
        }
        try (OutputStream file = create(target, name)) {
            for (int length = read(zip, name); length >= 0; length = read(zip, name)) {
                bytes += length;
                checkSize(zip, name);
                try {
                    file.write(buffer, 0, length);
                } catch (IOException e) {
                    throw noPlace(name, e);
                }
            }
        }
    }

    private int read(ZipArchiveInputStream zip, String name) throws IOException, Refused {
        try {
            return zip.read(buffer);
        } catch (IOException e) {
            archive.rethrowOwn(e);
            throw new Refused(Reason.BROKEN, "the archive ends or breaks inside of " + name + ": " + e.getMessage(), e);
        }
    }

    private void checkSize(ZipArchiveInputStream zip, String name) throws Refused {
        if (bytes > limits.bytes()) {
            throw new Refused(
                    Reason.TOO_MANY_BYTES, "the archive unpacks to more than " + limits.bytes() + " bytes, at " + name);
        }
        long unpacked = zip.getUncompressedCount();
        if (unpacked > RATIO_COUNTS_FROM && unpacked / HIGHEST_RATIO > zip.getCompressedCount()) {
            throw new Refused(Reason.RATIO, name + " unpacks to more than " + HIGHEST_RATIO + " times its size");
        }
    }

    private static OutputStream create(Path target, String name) throws Refused {
        try {
            Files.createDirectories(target.getParent());
            return Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new Refused(Reason.DUPLICATE_NAME, "the archive holds " + name + " twice", e);
        } catch (IOException e) {
            throw noPlace(name, e);
        }
    }

    private static Refused noPlace(String name, IOException cause) {
        return new Refused(
                Reason.DISK, "there is no place on this machine to unpack " + name + ": " + cause.getMessage(), cause);
    }

    private static InputStream oneAfterTheOther(List<? extends Source> volumes) throws IOException {
        List<InputStream> streams = new ArrayList<>();
        for (Source volume : volumes) {
            streams.add(volume.open());
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
