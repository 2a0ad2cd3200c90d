package ru.freesport.console.onec.commerceml;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What 1C means by what it writes: "not set" in its many forms, numbers as people type them, currencies, rates of VAT. */
final class Values {

    private static final String ZERO_GUID = "00000000-0000-0000-0000-000000000000";
    private static final String ZERO_DATE = "0001-01-01T00:00:00";
    private static final BigDecimal NUMBER_NOT_SET = new BigDecimal("-999999999.9");
    private static final int MOST_DIGITS = 18;

    private Values() {}

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u202F' || c == '\uFEFF';
    }

    /** Nothing at all, an id of zeros, 1C's first day of time, or the number that stands for no number. */
    static boolean isUnset(char[] text, int from, int to) {
        if (from == to) {
            return true;
        }
        char first = text[from];
        if (first == '0') {
            int length = to - from;
            return length == ZERO_GUID.length() && equal(text, from, ZERO_GUID)
                    || length == ZERO_DATE.length() && equal(text, from, ZERO_DATE);
        }
        if (first != '-' || to - from > 20 || to - from < 12 || text[from + 1] != '9') {
            return false;
        }
        try {
            return number(text, from, to) == null;
        } catch (NotANumber ordinaryText) {
            return false;
        }
    }

    static boolean isTrue(char[] text, int from, int to) {
        int length = to - from;
        if (length == 5 || length == 0) {
            return false;
        }
        return length == 1 && text[from] == '1'
                || length == 4 && new String(text, from, 4).equalsIgnoreCase("true")
                || length == 2 && new String(text, from, 2).equalsIgnoreCase("да");
    }

    static boolean isTrue(@Nullable String text) {
        return text != null && isTrue(text.toCharArray(), 0, text.length());
    }

    /** Reads "1 012,50" and "1012.5" alike; null for nothing and for 1C's number that is not set. */
    static @Nullable BigDecimal number(char[] text, int from, int to) throws NotANumber {
        if (from == to) {
            return null;
        }
        int at = from;
        boolean negative = text[at] == '-';
        if (negative || text[at] == '+') {
            at++;
        }
        int point = decimalPoint(text, at, to);
        long unscaled = 0;
        int digits = 0;
        for (int i = at; i < to; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
                if (unscaled != 0 && ++digits > MOST_DIGITS) {
                    throw new NotANumber(true);
                }
            } else if (i != point && !isBlank(c) && c != ',' && c != '.') {
                throw new NotANumber(false);
            }
        }
        int scale = 0;
        boolean any = false;
        for (int i = at; i < to; i++) {
            if (text[i] >= '0' && text[i] <= '9') {
                any = true;
                scale += point >= 0 && i > point ? 1 : 0;
            }
        }
        if (!any) {
            throw new NotANumber(false);
        }
        BigDecimal value = BigDecimal.valueOf(negative ? -unscaled : unscaled, scale);
        return negative && value.compareTo(NUMBER_NOT_SET) == 0 ? null : value;
    }

    /** The last point or comma parts the fraction; the other of the two may only group thousands before it. */
    private static int decimalPoint(char[] text, int from, int to) throws NotANumber {
        int last = -1;
        for (int i = to - 1; i >= from; i--) {
            char c = text[i];
            if (c == ',' || c == '.') {
                if (last < 0) {
                    last = i;
                } else if (c == text[last]) {
                    throw new NotANumber(false);
                }
            }
        }
        return last;
    }

    /** A number shown to people becomes a plain one; any other text stays as it is. */
    static String plain(String shown) {
        char[] text = shown.toCharArray();
        char first = text[0];
        if (first != '-' && (first < '0' || first > '9') || shown.indexOf(',') != shown.lastIndexOf(',')) {
            return shown;
        }
        boolean changed = false;
        StringBuilder plain = new StringBuilder(text.length);
        for (int i = 0; i < text.length; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9' || c == '-' && i == 0) {
                plain.append(c);
            } else if (c == ',') {
                plain.append('.');
                changed = true;
            } else if (isBlank(c) && i + 3 < text.length) {
                changed = true;
            } else {
                return shown;
            }
        }
        return changed ? plain.toString() : shown;
    }

    /** Three letters of a currency; a word we do not know stays as it is, in capitals. */
    static @Nullable String currency(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String word = text.toUpperCase(Locale.ROOT);
        return switch (word) {
            case "RUB", "РУБ", "РУБ." -> "RUB";
            default ->
                switch (withoutDotsAndBlanks(word)) {
                    case "RUR", "643", "810", "РУБ", "РУБЛЬ", "РУБЛИ", "РУБЛЕЙ", "₽" -> "RUB";
                    case "840", "ДОЛЛ", "ДОЛЛАР", "ДОЛЛСША", "ДОЛЛАРСША", "$" -> "USD";
                    case "978", "ЕВРО", "€" -> "EUR";
                    case "398", "ТГ", "ТЕНГЕ", "₸" -> "KZT";
                    case "933", "БЕЛРУБ", "БЕЛОРУССКИЙРУБЛЬ" -> "BYN";
                    default -> word;
                };
        };
    }

    /** Whether {@link #currency} knew the word; one that is not given is none that is wrong. */
    static boolean isCurrency(@Nullable String code) {
        return code == null || code.length() == 3 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static String withoutDotsAndBlanks(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        word.chars().filter(c -> c != '.' && !isBlank((char) c)).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /** "20%", "20,0" and "НДС 20" are "20"; words for none are {@link CommerceMlRecord#NO_VAT}; anything else is unknown. */
    static @Nullable String vatRate(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String words = text.toLowerCase(Locale.ROOT)
                .replace("%", "")
                .replace("ндс", "")
                .strip();
        if (words.startsWith("без")) {
            return CommerceMlRecord.NO_VAT;
        }
        try {
            BigDecimal rate = number(words.toCharArray(), 0, words.length());
            return rate == null || rate.signum() < 0 || rate.compareTo(BigDecimal.valueOf(100)) > 0
                    ? null
                    : rate.stripTrailingZeros().toPlainString();
        } catch (NotANumber unknown) {
            return null;
        }
    }

    private static boolean equal(char[] text, int from, String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (text[from + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
