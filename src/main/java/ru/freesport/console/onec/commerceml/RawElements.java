package ru.freesport.console.onec.commerceml;

import java.io.IOException;
import java.io.InputStream;

/** Cuts the text of records out of the file they were read from, by their positions, going through the file once. */
public final class RawElements {

    private final StrictReader characters;
    private final char[] passed = new char[8192];
    private long at;

    private RawElements(StrictReader characters) {
        this.characters = characters;
    }

    /** Opens the same bytes the reader has read. */
    public static RawElements of(InputStream bytes) throws IOException, CommerceMlRefused {
        return new RawElements(DecodedText.of(bytes).characters());
    }

    /** The element as it stands in the file; positions must come in ascending order and not overlap. */
    public String cut(Position position) throws IOException {
        if (position.startChar() < at) {
            throw new IllegalArgumentException("position " + position + " lies before " + at);
        }
        while (at < position.startChar()) {
            at += read(passed, (int) Math.min(passed.length, position.startChar() - at));
        }
        StringBuilder element = new StringBuilder();
        while (at < position.endChar()) {
            int count = read(passed, (int) Math.min(passed.length, position.endChar() - at));
            element.append(passed, 0, count);
            at += count;
        }
        return element.toString();
    }

    private int read(char[] target, int most) throws IOException {
        characters.eventSeen();
        int count = characters.read(target, 0, most);
        if (count < 0) {
            throw new IOException("the file ends before the element: these are other bytes than the ones read");
        }
        return count;
    }
}
