package ru.freesport.console.onec.commerceml;

import org.jspecify.annotations.Nullable;

/** Hands out one string for the same short text met again: ids of properties, price types and warehouses repeat by the million. */
final class SharedStrings {

    private static final int SLOTS = 8192;
    private static final int LONGEST = 64;

    private final @Nullable String[] slots = new @Nullable String[SLOTS];

    String get(char[] text, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(text, from, length);
        }
        int hash = length;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash ^ hash >>> 13) & SLOTS - 1;
        String known = slots[slot];
        if (known != null && same(known, text, from, length)) {
            return known;
        }
        String fresh = new String(text, from, length);
        slots[slot] = fresh;
        return fresh;
    }

    private static boolean same(String known, char[] text, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
