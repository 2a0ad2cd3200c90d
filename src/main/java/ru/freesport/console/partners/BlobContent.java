package ru.freesport.console.partners;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Reads a blob a few chunks at a time: memory does not grow with the content, no connection is held between chunks. */
final class BlobContent extends InputStream {

    static final int CHUNKS_AHEAD = 16;

    private final BlobTables tables;
    private final long id;
    private final Deque<BlobChunk> ahead = new ArrayDeque<>();
    private byte[] chunk = new byte[0];
    private int position;
    private int next;
    private boolean isLastFetched;

    BlobContent(BlobTables tables, long id) {
        this.tables = tables;
        this.id = id;
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return chunk.length - position;
    }

    private boolean fill() throws IOException {
        if (position < chunk.length) {
            return true;
        }
        if (ahead.isEmpty() && !isLastFetched) {
            List<BlobChunk> fetched = tables.read(id, next, CHUNKS_AHEAD);
            next += fetched.size();
            isLastFetched = fetched.size() < CHUNKS_AHEAD;
            ahead.addAll(fetched);
        }
        BlobChunk following = ahead.poll();
        if (following == null) {
            return false;
        }
        chunk = following.raw();
        position = 0;
        return true;
    }
}
