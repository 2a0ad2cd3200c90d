package ru.freesport.console.onec.commerceml;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/**
 * Decodes without mercy, but first hands out all that stands before a broken byte, so that the parser knows the line.
 * Also sees that the parser gets ahead: one name, tag or text that swallows millions of characters ends the reading.
 */
abstract class StrictReader extends Reader {

    static final int LONGEST_EVENT = 4_000_000;

    /** Bytes that are no text in the encoding of the file. */
    static final class BadBytes extends CharConversionException {
        BadBytes(String detail) {
            super(detail);
        }
    }

    /** One piece of markup or text grew beyond all measure. */
    static final class Endless extends IOException {
        Endless() {
            super("one tag or text is longer than " + LONGEST_EVENT + " characters");
        }
    }

    final byte[] bytes = new byte[64 * 1024];
    int next;
    int end;

    private final InputStream stream;
    private long charsSinceEvent;
    private boolean eventSeen;

    StrictReader(InputStream stream) {
        this.stream = stream;
    }

    /** The parser has got on to the next event. */
    final void eventSeen() {
        eventSeen = true;
    }

    /** Moves what is left to the front and reads more; false at the end of the file. */
    final boolean refill() throws IOException {
        System.arraycopy(bytes, next, bytes, 0, end - next);
        end -= next;
        next = 0;
        int read = stream.read(bytes, end, bytes.length - end);
        if (read > 0) {
            end += read;
        }
        return read > 0;
    }

    /** Decodes some characters; -1 at the end of the file. */
    abstract int decode(char[] target, int from, int length) throws IOException;

    @Override
    public final int read(char[] target, int from, int length) throws IOException {
        int count = decode(target, from, length);
        if (eventSeen) {
            charsSinceEvent = 0;
            eventSeen = false;
        }
        charsSinceEvent += count;
        if (charsSinceEvent > LONGEST_EVENT) {
            throw new Endless();
        }
        return count;
    }

    @Override
    public final void close() {
        // the stream belongs to the caller
    }
}
