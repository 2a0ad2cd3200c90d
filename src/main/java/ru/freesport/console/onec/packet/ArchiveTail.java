package ru.freesport.console.onec.packet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last bytes of an archive while it is read from the front: only the directory at its end tells which
 * entries are symbolic links.
 */
final class ArchiveTail extends FilterInputStream {

    private static final int KEPT = 8 << 20;
    private static final int END_RECORD = 0x06054b50;
    private static final int END_RECORD_SIZE = 22;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_ENTRY_SIZE = 46;
    private static final int UNIX = 3;
    private static final int FILE_TYPE = 0170000;
    private static final int LINK = 0120000;

    private byte[] ring = new byte[1 << 16];
    private long count;
    private boolean atEnd;
    private @Nullable IOException own;

    ArchiveTail(InputStream archive) {
        super(archive);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(target, offset, length);
        } catch (IOException e) {
            own = e;
            throw e;
        }
        if (read < 0) {
            atEnd = true;
        } else {
            remember(target, offset, read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] skipped = new byte[(int) Math.min(wanted, 1 << 13)];
        return skipped.length == 0 ? 0 : Math.max(0, read(skipped, 0, skipped.length));
    }

    boolean isAtEnd() {
        return atEnd;
    }

    /** A volume that cannot be read is no fault of the archive. */
    void rethrowOwn(IOException problem) throws IOException {
        if (own != null) {
            if (own != problem) {
                own.addSuppressed(problem);
            }
            throw own;
        }
    }

    void drain() throws IOException {
        byte[] rest = new byte[1 << 13];
        while (!atEnd) {
            read(rest, 0, rest.length);
        }
    }

    /** Nothing but an end record. */
    boolean isEmptyArchive() {
        return count >= END_RECORD_SIZE && tail().getInt(0) == END_RECORD;
    }

    /** The name of the first symbolic link, when the directory is there and names one. */
    @Nullable String symbolicLink() {
        ByteBuffer tail = tail();
        int end = endRecord(tail);
        int position = end < 0 ? -1 : end - tail.getInt(end + 12);
        while (position >= 0 && position + DIRECTORY_ENTRY_SIZE <= end && tail.getInt(position) == DIRECTORY_ENTRY) {
            int nameLength = Short.toUnsignedInt(tail.getShort(position + 28));
            boolean isUnix = tail.get(position + 5) == UNIX;
            int mode = tail.getInt(position + 38) >>> 16;
            if (isUnix && (mode & FILE_TYPE) == LINK) {
                return new String(
                        tail.array(),
                        position + DIRECTORY_ENTRY_SIZE,
                        Math.min(nameLength, tail.limit() - position - DIRECTORY_ENTRY_SIZE),
                        StandardCharsets.UTF_8);
            }
            position += DIRECTORY_ENTRY_SIZE
                    + nameLength
                    + Short.toUnsignedInt(tail.getShort(position + 30))
                    + Short.toUnsignedInt(tail.getShort(position + 32));
        }
        return null;
    }

    private static int endRecord(ByteBuffer tail) {
        for (int at = tail.limit() - END_RECORD_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END_RECORD) {
                return at;
            }
        }
        return -1;
    }

    private void remember(byte[] bytes, int offset, int length) {
        while (ring.length < KEPT && count + length > ring.length) {
            ring = java.util.Arrays.copyOf(ring, ring.length * 2);
        }
        int from = offset + Math.max(0, length - ring.length);
        long at = count + (from - offset);
        int left = offset + length - from;
        while (left > 0) {
            int position = (int) (at % ring.length);
            int part = Math.min(left, ring.length - position);
            System.arraycopy(bytes, from, ring, position, part);
            from += part;
            at += part;
            left -= part;
        }
        count += length;
    }

    private ByteBuffer tail() {
        int length = (int) Math.min(count, ring.length);
        byte[] ordered = new byte[length];
        int start = (int) ((count - length) % ring.length);
        int first = Math.min(length, ring.length - start);
        System.arraycopy(ring, start, ordered, 0, first);
        System.arraycopy(ring, 0, ordered, first, length - first);
        return ByteBuffer.wrap(ordered).order(ByteOrder.LITTLE_ENDIAN);
    }
}
