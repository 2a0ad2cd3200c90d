package ru.freesport.console.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY, in one growing buffer that is used again for every batch. */
final class CopyText {

    private byte[] bytes = new byte[1 << 16];
    private int size;
    private int rowStart;

    void clear() {
        size = 0;
        rowStart = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** Begins a row; returns where it begins. */
    int beginRow() {
        rowStart = size;
        return size;
    }

    /** Forgets what was written since. */
    void backTo(int start) {
        size = start;
        rowStart = start;
    }

    void endRow() {
        put('\n');
    }

    CopyText text(@Nullable String value) {
        separate();
        if (value == null) {
            none();
        } else {
            escaped(value);
        }
        return this;
    }

    CopyText plain(Object value) {
        separate();
        String text = value.toString();
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
        return this;
    }

    CopyText number(@Nullable Number value) {
        if (value == null) {
            separate();
            none();
            return this;
        }
        return plain(value instanceof java.math.BigDecimal decimal ? decimal.toPlainString() : value);
    }

    CopyText bool(boolean value) {
        separate();
        put(value ? 't' : 'f');
        return this;
    }

    CopyText hex(byte[] value) {
        separate();
        put('\\');
        put('\\');
        put('x');
        for (byte b : value) {
            put(Character.forDigit((b >> 4) & 15, 16));
            put(Character.forDigit(b & 15, 16));
        }
        return this;
    }

    /** A text[]; null when empty, so that an empty list does not erase what is known. */
    CopyText texts(Collection<String> values) {
        separate();
        if (values.isEmpty()) {
            none();
            return this;
        }
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() > 1 ? "," : "")
                    .append('"')
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        escaped(array.append('}'));
        return this;
    }

    CopyText json(Map<String, String> values) {
        separate();
        escaped(Json.object(values));
        return this;
    }

    private void separate() {
        if (size > rowStart) {
            put('\t');
        }
    }

    private void none() {
        put('\\');
        put('N');
    }

    private void escaped(CharSequence text) {
        int length = text.length();
        reserve(length * 3);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i = encode(text, i, c);
            } else {
                ascii(c);
            }
        }
    }

    private void ascii(char c) {
        switch (c) {
            case '\t' -> escape('t');
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\\' -> escape('\\');
            case 0 -> put(' ');
            default -> put(c);
        }
    }

    private int encode(CharSequence text, int at, char c) {
        reserve(4);
        if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | (c >> 6));
            bytes[size++] = (byte) (0x80 | (c & 0x3F));
            return at;
        }
        if (!Character.isSurrogate(c)) {
            bytes[size++] = (byte) (0xE0 | (c >> 12));
            bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (c & 0x3F));
            return at;
        }
        int end = Math.min(at + 2, text.length());
        byte[] pair = text.subSequence(at, end).toString().getBytes(StandardCharsets.UTF_8);
        System.arraycopy(pair, 0, bytes, size, pair.length);
        size += pair.length;
        return end - 1;
    }

    private void escape(char c) {
        put('\\');
        put(c);
    }

    private void put(char c) {
        reserve(1);
        bytes[size++] = (byte) c;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
