package ru.freesport.console.onec.commerceml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Notices the text {@code <not valid xml!!!} that 1C writes in the place of a document it could not make; 87 of 1,359 files
 * of a real archive held nothing else.
 */
final class PlaceholderWatch extends FilterInputStream {

    private static final byte[] MARK = "not valid xml".getBytes(StandardCharsets.US_ASCII);

    private int matched;
    private boolean seen;

    PlaceholderWatch(InputStream bytes) {
        super(bytes);
    }

    boolean isSeen() {
        return seen;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            look(one);
        }
        return one;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count = super.read(target, from, length);
        for (int i = 0; i < count && !seen; i++) {
            look(target[from + i]);
        }
        return count;
    }

    private void look(int one) {
        int lower = one >= 'A' && one <= 'Z' ? one + ('a' - 'A') : one;
        matched = lower == MARK[matched] ? matched + 1 : lower == MARK[0] ? 1 : 0;
        if (matched == MARK.length) {
            seen = true;
            matched = 0;
        }
    }
}
