package ru.freesport.console.partners;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads a blob chunk by chunk: memory does not grow with the content, no connection is held between chunks. */
final class BlobContent extends InputStream {

    private final BlobTables tables;
    private final long id;
    private byte[] chunk = new byte[0];
    private int position;
    private int next;

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
        BlobChunk following = tables.read(id, next);
        if (following == null) {
            return false;
        }
        next++;
        chunk = following.raw();
        position = 0;
        return true;
    }
}
