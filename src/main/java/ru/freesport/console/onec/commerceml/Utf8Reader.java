package ru.freesport.console.onec.commerceml;

import java.io.IOException;
import java.io.InputStream;

/** UTF-8, decoded by a loop made for Russian text with English markup: one and two bytes come first. */
final class Utf8Reader extends StrictReader {

    private int lowSurrogate;
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
                throw new BadBytes("byte 0x%02X does not belong into UTF-8 text".formatted(broken));
            }
            if (!refill()) {
                if (next == end) {
                    return -1;
                }
                broken = bytes[next] & 0xFF;
            }
        }
    }

    private int decodeBuffered(char[] target, int from, int limit) {
        byte[] in = bytes;
        int at = next;
        int stop = end;
        int out = from;
        if (lowSurrogate != 0 && out < limit) {
            target[out++] = (char) lowSurrogate;
            lowSurrogate = 0;
        }
        while (at < stop && out < limit) {
            int first = in[at];
            if (first >= 0) {
                target[out++] = (char) first;
                at++;
            } else if ((first & 0xE0) == 0xC0 && (first & 0x1E) != 0) {
                if (at + 1 >= stop) {
                    break;
                }
                int second = in[at + 1];
                if ((second & 0xC0) != 0x80) {
                    broken = first & 0xFF;
                    break;
                }
                target[out++] = (char) ((first & 0x1F) << 6 | second & 0x3F);
                at += 2;
            } else {
                int code = longer(in, at, stop);
                if (code < 0) {
                    broken = code == BROKEN ? first & 0xFF : -1;
                    break;
                }
                if (code < 0x10000) {
                    target[out++] = (char) code;
                    at += 3;
                } else {
                    target[out++] = Character.highSurrogate(code);
                    at += 4;
                    if (out < limit) {
                        target[out++] = Character.lowSurrogate(code);
                    } else {
                        lowSurrogate = Character.lowSurrogate(code);
                    }
                }
            }
        }
        next = at;
        return out - from;
    }

    private static final int BROKEN = -1;
    private static final int UNFINISHED = -2;

    /** A code point of three or four bytes, or why there is none. */
    private static int longer(byte[] in, int at, int stop) {
        int first = in[at] & 0xFF;
        int size = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE0 && first < 0xF0 ? 3 : 0;
        if (size == 0) {
            return BROKEN;
        }
        int code = size == 3 ? first & 0x0F : first & 0x07;
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
        boolean lawful =
                size == 3 ? code >= 0x800 && (code < 0xD800 || code > 0xDFFF) : code >= 0x10000 && code <= 0x10FFFF;
        return lawful ? code : BROKEN;
    }

    /** Whether bytes are UTF-8; the last character may be cut off when more bytes follow. */
    static boolean isValid(byte[] head, boolean moreFollows) {
        int at = 0;
        while (at < head.length) {
            int first = head[at] & 0xFF;
            if (first < 0x80) {
                at++;
            } else if (first >= 0xC2 && first < 0xE0) {
                if (at + 1 == head.length) {
                    return moreFollows;
                }
                if ((head[at + 1] & 0xC0) != 0x80) {
                    return false;
                }
                at += 2;
            } else {
                int code = longer(head, at, head.length);
                if (code < 0) {
                    return code == UNFINISHED && moreFollows;
                }
                at += code < 0x10000 ? 3 : 4;
            }
        }
        return true;
    }
}
