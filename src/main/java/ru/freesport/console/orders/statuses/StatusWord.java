package ru.freesport.console.orders.statuses;

import java.util.Locale;

/** What makes two of 1C's words the same: not the blanks, not the case, not the dots over a letter. */
public final class StatusWord {

    private StatusWord() {}

    public static String key(String word) {
        StringBuilder key = new StringBuilder(word.length());
        word.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .map(c -> c == 0x451 ? 0x435 : c)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
