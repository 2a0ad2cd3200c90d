package ru.freesport.console.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.freesport.console.database.TemporaryFolders;
import ru.freesport.console.jobs.RunFailed;
import ru.freesport.console.onec.packet.ZipPacket;
import ru.freesport.console.partners.Blobs;

/** Unpacks the archives of a packet; what they hold is stored beside them, so that every row's file can be found again. */
@Component
class ZipUnpacking {

    private final Blobs blobs;
    private final ImportSettings settings;
    private final TemporaryFolders folders;

    ZipUnpacking(Blobs blobs, ImportSettings settings, TemporaryFolders folders) {
        this.blobs = blobs;
        this.settings = settings;
        this.folders = folders;
    }

    /**
     * @param archives parts of one packet; volumes of one archive belong together by name
     * @param isNew archives with at least one such part are unpacked
     * @param unpacked hears of every part of an archive that was unpacked
     */
    void unpack(
            List<PacketFile> archives,
            Predicate<PacketFile> isNew,
            Consumer<PacketFile> found,
            Consumer<PacketFile> unpacked)
            throws IOException {
        for (List<PacketFile> volumes : archivesOfVolumes(archives)) {
            if (volumes.stream().noneMatch(isNew)) {
                continue;
            }
            Path folder = folders.create("zip");
            try {
                extract(volumes, folder);
                keep(volumes.getLast(), folder, found);
            } finally {
                TemporaryFolders.delete(folder);
            }
            volumes.forEach(unpacked);
        }
    }

    private void extract(List<PacketFile> volumes, Path folder) throws IOException {
        List<ZipPacket.Source> sources = new ArrayList<>();
        for (PacketFile volume : volumes) {
            sources.add(() -> blobs.open(volume.sha256()));
        }
        try {
            ZipPacket.extract(sources, folder, new ZipPacket.Limits(settings.zipEntries(), settings.zipBytes()));
        } catch (ZipPacket.Refused refused) {
            throw new RunFailed(
                    ImportRun.DATA_FORMAT_ERROR, volumes.getLast().path() + ": " + refused.getMessage(), refused);
        }
    }

    private void keep(PacketFile archive, Path folder, Consumer<PacketFile> found) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                var blob = blobs.store(file);
                found.accept(new PacketFile(archive.packetId(), path, blob.sha256(), blob.size(), archive.messageId()));
            }
        }
    }

    /** Volumes .z01, .z02 … come before the .zip that ends them; a volume without its .zip belongs to none yet. */
    private static List<List<PacketFile>> archivesOfVolumes(List<PacketFile> archives) {
        return archives.stream()
                .filter(archive -> name(archive).endsWith(".zip"))
                .map(last -> {
                    String stem = name(last).substring(0, name(last).length() - "zip".length());
                    List<PacketFile> volumes = new ArrayList<>(archives.stream()
                            .filter(other -> isVolumeOf(stem, name(other)))
                            .sorted(Comparator.comparingInt(
                                            (PacketFile volume) -> name(volume).length())
                                    .thenComparing(ZipUnpacking::name))
                            .toList());
                    volumes.add(last);
                    return volumes;
                })
                .toList();
    }

    private static boolean isVolumeOf(String stem, String name) {
        return name.startsWith(stem) && name.substring(stem.length()).matches("z\\d{2,3}");
    }

    private static String name(PacketFile archive) {
        return archive.path().toLowerCase(Locale.ROOT);
    }
}
