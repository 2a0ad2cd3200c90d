package ru.freesport.console.onec.generator;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends text to a file as fast as a disk takes it; counts what it has written. */
final class Utf8File implements Closeable {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final FileChannel file;
    private final byte[] buffer = new byte[1 << 20];
    private int used;
    private long flushed;

    Utf8File(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    Utf8File text(String text) {
        int length = text.length();
        room(length * 3);
        byte[] out = buffer;
        int at = used;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                out[at++] = (byte) c;
            } else if (c < 0x800) {
                out[at++] = (byte) (0xC0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3F);
            } else {
                out[at++] = (byte) (0xE0 | c >> 12);
                out[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | c & 0x3F);
            }
        }
        used = at;
        return this;
    }

    Utf8File ascii(char c) {
        room(1);
        buffer[used++] = (byte) c;
        return this;
    }

    Utf8File number(long number) {
        return text(Long.toString(number));
    }

    Utf8File guid(long high, long low) {
        room(36);
        hex(high, 60, 8);
        buffer[used++] = '-';
        hex(high, 28, 4);
        buffer[used++] = '-';
        hex(high, 12, 4);
        buffer[used++] = '-';
        hex(low, 60, 4);
        buffer[used++] = '-';
        hex(low, 44, 12);
        return this;
    }

    long bytes() {
        return flushed + used;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }

    private void hex(long bits, int from, int digits) {
        for (int i = 0; i < digits; i++) {
            buffer[used++] = HEX[(int) (bits >>> from - 4 * i) & 15];
        }
    }

    private void room(int bytes) {
        if (buffer.length - used < bytes) {
            try {
                flush();
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }

    private void flush() throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(buffer, 0, used);
        while (rest.hasRemaining()) {
            file.write(rest);
        }
        flushed += used;
        used = 0;
    }
}
