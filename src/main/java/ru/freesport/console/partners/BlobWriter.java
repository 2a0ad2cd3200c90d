package ru.freesport.console.partners;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content that arrives in pieces. What was flushed survives a restart and is taken up again by id; nothing can be read
 * before it is sealed.
 */
public final class BlobWriter implements AutoCloseable {

    private static final int FLUSH_STORED = 8 << 20;
    private static final long FLUSH_RAW = 64L << 20;

    private final BlobTables tables;
    private final long id;
    private final ZstdCompressCtx compressor = new ZstdCompressCtx().setLevel(1);
    private final byte[] buffer = new byte[BlobChunk.RAW_SIZE];
    private final List<BlobChunk> pending = new ArrayList<>();
    private final @Nullable MessageDigest digest;
    private int buffered;
    private long pendingRaw;
    private long pendingStored;
    private int flushedChunks;
    private long flushedSize;
    private boolean closed;

    BlobWriter(BlobTables tables, long id, int chunks, long size, @Nullable MessageDigest digest) {
        this.tables = tables;
        this.id = id;
        this.flushedChunks = chunks;
        this.flushedSize = size;
        this.digest = digest;
    }

    /** By this id the content is taken up again after a restart. */
    public long id() {
        return id;
    }

    /** Bytes appended so far, flushed or not. */
    public long size() {
        return flushedSize + pendingRaw + buffered;
    }

    public void append(byte[] bytes) throws IOException {
        append(bytes, 0, bytes.length);
    }

    public void append(byte[] bytes, int offset, int length) throws IOException {
        append(ByteBuffer.wrap(bytes, offset, length));
    }

    public void append(ByteBuffer bytes) throws IOException {
        if (digest != null) {
            digest.update(bytes.duplicate());
        }
        while (bytes.hasRemaining()) {
            int length = Math.min(bytes.remaining(), buffer.length - buffered);
            bytes.get(buffer, buffered, length);
            buffered += length;
            if (buffered == buffer.length) {
                encode();
                if (pendingStored >= FLUSH_STORED || pendingRaw >= FLUSH_RAW) {
                    flush();
                }
            }
        }
    }

    /** After this, everything appended so far is in the database. */
    public void flush() throws IOException {
        encode();
        if (!pending.isEmpty()) {
            tables.append(id, flushedChunks, pending);
            flushedChunks += pending.size();
            flushedSize += pendingRaw;
            pending.clear();
            pendingRaw = 0;
            pendingStored = 0;
        }
    }

    /** Ends the writing. When the same content is already there, this copy of it is dropped. */
    public BlobRef seal() throws IOException {
        flush();
        return seal(digest != null ? digest.digest() : digestOfStored());
    }

    BlobRef seal(byte[] sha256) throws IOException {
        flush();
        boolean sealed = tables.seal(id, sha256);
        while (!sealed) {
            if (tables.findToKeep(sha256) != null) {
                tables.drop(id);
                break;
            }
            // the other copy was cleaned away meanwhile
            sealed = tables.seal(id, sha256);
        }
        close();
        return new BlobRef(HexFormat.of().formatHex(sha256), flushedSize);
    }

    /** Forgets everything written. */
    public void discard() throws IOException {
        close();
        tables.drop(id);
    }

    /** Lets go without sealing: what was flushed stays and can be taken up again. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            compressor.close();
        }
    }

    private void encode() {
        if (buffered > 0) {
            BlobChunk chunk = BlobChunk.of(compressor, buffer, buffered);
            pending.add(chunk);
            pendingRaw += chunk.size();
            pendingStored += chunk.data().length;
            buffered = 0;
        }
    }

    private byte[] digestOfStored() throws IOException {
        MessageDigest whole = Blobs.sha256();
        for (int n = 0; n < flushedChunks; ) {
            List<BlobChunk> chunks = tables.read(id, n, Math.min(BlobContent.CHUNKS_AHEAD, flushedChunks - n));
            if (chunks.isEmpty()) {
                throw new IOException("a chunk vanished");
            }
            for (BlobChunk chunk : chunks) {
                whole.update(chunk.raw());
            }
            n += chunks.size();
        }
        return whole.digest();
    }
}
