package ru.freesport.console.partners;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Keeps bytes by their content in the database: written once, never changed, read as a stream. */
@Component
public class Blobs {

    private final BlobTables tables;

    Blobs(DataSource dataSource) {
        this.tables = new BlobTables(dataSource);
    }

    /** Hashes the file first: content that is already here is not written again. */
    public BlobRef store(Path file) throws IOException {
        BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
        MessageDigest digest = sha256();
        long size = read(file, digest::update);
        byte[] sha256 = digest.digest();
        if (tables.findToKeep(sha256) != null) {
            return new BlobRef(HexFormat.of().formatHex(sha256), size);
        }
        try (BlobWriter writer = new BlobWriter(tables, tables.begin(), 0, 0, null)) {
            long written = read(file, writer::append);
            BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
            if (written != size || !after.lastModifiedTime().equals(before.lastModifiedTime())) {
                writer.discard();
                throw new IOException(file.getFileName() + " was written to while it was read; try again");
            }
            return writer.seal(sha256);
        }
    }

    public BlobRef store(InputStream content) throws IOException {
        byte[] buffer = new byte[BlobChunk.RAW_SIZE];
        try (BlobWriter writer = begin()) {
            try {
                int length;
                while ((length = content.read(buffer)) >= 0) {
                    writer.append(buffer, 0, length);
                }
                return writer.seal();
            } catch (IOException | RuntimeException e) {
                writer.discard();
                throw e;
            }
        }
    }

    /** For content that arrives in pieces. */
    public BlobWriter begin() throws IOException {
        return new BlobWriter(tables, tables.begin(), 0, 0, sha256());
    }

    /**
     * Takes up a content that was flushed up to the given size; what was flushed after it is dropped.
     *
     * @throws NoSuchFileException when it is gone and must be sent again
     */
    public BlobWriter resume(long id, long size) throws IOException {
        if (!tables.isThere(id)) {
            throw new NoSuchFileException("No begun content " + id);
        }
        return new BlobWriter(tables, id, tables.truncate(id, size), size, null);
    }

    /**
     * Ends a content at the given size; asked again, it answers the same.
     *
     * @throws NoSuchFileException when it is gone and must be sent again
     */
    public BlobRef seal(long id, long size) throws IOException {
        byte[] sealed = tables.sealed(id);
        if (sealed != null) {
            return new BlobRef(HexFormat.of().formatHex(sealed), size);
        }
        try (BlobWriter writer = resume(id, size)) {
            return writer.seal();
        }
    }

    /** Drops an unsealed content that nobody will take up again. */
    public void discard(long id) throws IOException {
        tables.drop(id);
    }

    public InputStream open(String sha256) throws IOException {
        BlobTables.Row row = tables.find(HexFormat.of().parseHex(sha256));
        if (row == null) {
            throw new NoSuchFileException("No stored content " + sha256);
        }
        return new BlobContent(tables, row.id());
    }

    public InputStream open(BlobRef blob) throws IOException {
        return open(blob.sha256());
    }

    public boolean exists(String sha256) throws IOException {
        return tables.find(HexFormat.of().parseHex(sha256)) != null;
    }

    public long sizeOf(String sha256) throws IOException {
        BlobTables.Row row = tables.find(HexFormat.of().parseHex(sha256));
        if (row == null) {
            throw new NoSuchFileException("No stored content " + sha256);
        }
        return row.size();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Taker {
        void take(byte[] bytes, int offset, int length) throws IOException;
    }

    private static long read(Path file, Taker taker) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BlobChunk.RAW_SIZE);
        long size = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            int length;
            while ((length = channel.read(buffer.clear())) >= 0) {
                taker.take(buffer.array(), 0, length);
                size += length;
            }
        }
        return size;
    }
}
