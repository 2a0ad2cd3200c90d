package ru.freesport.console.onec.commerceml;

import java.io.IOException;
import java.io.InputStream;

/** UTF-8, decoded by a loop made for Russian text with English markup: one and two bytes come first. */
final class Utf8Reader extends StrictReader {

    private static final int BROKEN = -1;
    private static final int UNFINISHED = -2;

    /** What the marks of a first and a second byte amount to when both are shifted together. */
    private static final int TWO_BYTES = (byte) 0xC0 << 6 ^ (byte) 0x80;

    private int lowSurrogate;
    private int written;
    private int broken = -1;

    Utf8Reader(InputStream stream) {
        super(stream);
    }

    @Override
    int decode(char[] target, int from, int length) throws IOException {
        while (true) {
            int count = decodeBuffered(target, from, from + length);
            if (count > 0) {
                return count;
            }
            if (broken >= 0) {
                throw badByte(broken);
            }
            if (!refill()) {
                if (next == end) {
                    return -1;
                }
                // the file ends within a character: nothing will ever make it whole
                throw badByte(bytes[next] & 0xFF);
            }
        }
    }

    private static BadBytes badByte(int value) {
        return new BadBytes("byte 0x%02X does not belong into UTF-8 text".formatted(value));
    }

    private int decodeBuffered(char[] target, int from, int limit) {
        int out = from;
        if (lowSurrogate != 0 && out < limit) {
            target[out++] = (char) lowSurrogate;
            lowSurrogate = 0;
        }
        while (next < end && out < limit) {
            int before = next;
            decodeShort(target, out, limit);
            out = written;
            if (next < end && out < limit && next == before) {
                int count = decodeLong(target, out, limit);
                if (count == 0) {
                    break;
                }
                out += count;
            }
        }
        return out - from;
    }

    /** The hot loop: characters of one and two bytes, as long as nothing else comes. One bound guards both arrays. */
    private void decodeShort(char[] target, int from, int limit) {
        byte[] in = bytes;
        int at = next;
        int out = from;
        int safe = at + Math.min(end - 1 - at, limit - out);
        while (at < safe) {
            int first = in[at];
            if (first >= 0) {
                target[out++] = (char) first;
                at++;
            } else {
                int second = in[at + 1];
                if (first >= -32 || first < -62 || second >= -64) {
                    break;
                }
                target[out++] = (char) (first << 6 ^ second ^ TWO_BYTES);
                at += 2;
            }
        }
        next = at;
        written = out;
    }

    /** Any one character; 0 when it is broken or has not come whole. */
    private int decodeLong(char[] target, int out, int limit) {
        int code = codePoint(bytes, next, end);
        if (code < 0) {
            broken = code == BROKEN ? bytes[next] & 0xFF : -1;
            return 0;
        }
        next += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        if (code < 0x10000) {
            target[out] = (char) code;
            return 1;
        }
        target[out] = Character.highSurrogate(code);
        if (out + 1 == limit) {
            lowSurrogate = Character.lowSurrogate(code);
            return 1;
        }
        target[out + 1] = Character.lowSurrogate(code);
        return 2;
    }

    /** The code point that begins at a byte, or why there is none. */
    private static int codePoint(byte[] in, int at, int stop) {
        int first = in[at] & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int size = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (size == 0) {
            return BROKEN;
        }
        int code = first & 0x7F >> size;
        for (int i = 1; i < size; i++) {
            if (at + i >= stop) {
                return UNFINISHED;
            }
            int following = in[at + i];
            if ((following & 0xC0) != 0x80) {
                return BROKEN;
            }
            code = code << 6 | following & 0x3F;
        }
        return switch (size) {
            case 2 -> code;
            case 3 -> code >= 0x800 && (code < 0xD800 || code > 0xDFFF) ? code : BROKEN;
            default -> code >= 0x10000 && code <= 0x10FFFF ? code : BROKEN;
        };
    }

    /** Whether bytes are UTF-8; the last character may be cut off when more bytes follow. */
    static boolean isValid(byte[] head, boolean moreFollows) {
        int at = 0;
        while (at < head.length) {
            int code = codePoint(head, at, head.length);
            if (code < 0) {
                return code == UNFINISHED && moreFollows;
            }
            at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        }
        return true;
    }
}
