package ru.freesport.console.partners;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What an archive holds, as far as it was looked at.
 *
 * @param isCut whether there may be more: the archive is long, or ends too early
 */
public record ArchiveListing(List<Entry> entries, boolean isCut) {

    private static final int MOST = 200;
    private static final long MOST_BYTES = 256L << 20;

    public record Entry(String name, long size) {}

    static ArchiveListing read(InputStream content) throws IOException {
        List<Entry> entries = new ArrayList<>();
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (ZipInputStream zip = new ZipInputStream(content, Charset.forName("IBM866"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                long size = 0;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    size += read;
                    bytes += read;
                    if (bytes > MOST_BYTES) {
                        return new ArchiveListing(entries, true);
                    }
                }
                entries.add(new Entry(MessageName.clean(entry.getName()), size));
                if (entries.size() == MOST) {
                    return new ArchiveListing(entries, true);
                }
            }
            return new ArchiveListing(entries, false);
        } catch (java.util.zip.ZipException | java.io.EOFException | IllegalArgumentException e) {
            return new ArchiveListing(entries, true);
        }
    }
}
