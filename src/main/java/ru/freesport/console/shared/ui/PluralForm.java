package ru.freesport.console.shared.ui;

import java.util.Locale;

/** Which form of a noun goes with a number: Russian has three, English two. */
enum PluralForm {
    ONE,
    FEW,
    MANY,
    OTHER;

    static PluralForm of(Locale locale, long count) {
        if (!"ru".equals(locale.getLanguage())) {
            return count == 1 ? ONE : OTHER;
        }
        long tens = Math.abs(count) % 100;
        long ones = tens % 10;
        if (ones == 1 && tens != 11) {
            return ONE;
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? FEW : MANY;
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
