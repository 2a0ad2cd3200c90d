package ru.freesport.console.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunFailed;
import ru.freesport.console.onec.packet.ZipPacket;
import ru.freesport.console.partners.Blobs;

/** Unpacks the archives of a packet; what they hold is stored beside them, so that every row's file can be found again. */
@Component
class ZipUnpacking {

    private final Blobs blobs;
    private final ImportSettings settings;

    ZipUnpacking(Blobs blobs, ImportSettings settings) {
        this.blobs = blobs;
        this.settings = settings;
    }

    /** @param archives parts of one packet; volumes of one archive belong together by name */
    void unpack(List<PacketFile> archives, Consumer<PacketFile> found) throws IOException {
        for (List<PacketFile> volumes : archivesOfVolumes(archives)) {
            Path folder = Files.createTempDirectory("freesport-zip");
            try {
                extract(volumes, folder);
                keep(volumes.getLast(), folder, found);
            } finally {
                delete(folder);
            }
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

    /** Volumes .z01, .z02 … come before the .zip that ends them. */
    private static List<List<PacketFile>> archivesOfVolumes(List<PacketFile> archives) {
        return archives.stream()
                .filter(archive ->
                        archive.path().toLowerCase(java.util.Locale.ROOT).endsWith(".zip"))
                .map(last -> {
                    String stem = last.path().substring(0, last.path().length() - "zip".length());
                    List<PacketFile> volumes = new ArrayList<>(archives.stream()
                            .filter(other -> other != last && other.path().startsWith(stem + "z"))
                            .sorted(Comparator.comparing(PacketFile::path))
                            .toList());
                    volumes.add(last);
                    return volumes;
                })
                .toList();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
