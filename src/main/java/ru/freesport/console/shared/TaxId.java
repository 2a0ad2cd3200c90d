package ru.freesport.console.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A taxpayer's number, judged by its check digits: the Russian INN, the Belarusian UNP, the Kazakh BIN and IIN.
 *
 * <p>Orders of the Federal Tax Service on the structure of the INN, of the Ministry of Taxes of Belarus on the UNP, and
 * the rules of Kazakhstan on national registers of identification numbers. Zeros alone pass the formula of the INN and
 * are nobody's number.
 *
 * @param normal without spaces and marks between, letters in capitals
 * @param kind null when it is nobody's number
 * @param problem null when it is somebody's
 */
public record TaxId(
        String normal, @Nullable Kind kind, @Nullable Problem problem) {

    private static final int[] RU_COMPANY = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] RU_PERSON_FIRST = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] RU_PERSON_SECOND = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] BY = {29, 23, 19, 17, 13, 7, 5, 3};
    private static final int[] KZ_FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] KZ_SECOND = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

    /** Whose number it is; a company's and a person's differ but in Belarus. */
    public enum Kind {
        RU_COMPANY,
        RU_PERSON,
        BY,
        KZ_COMPANY,
        KZ_PERSON
    }

    public enum Problem {
        NOT_DIGITS,
        WRONG_LENGTH,
        ALL_ZEROS,
        WRONG_CHECK_DIGITS
    }

    public static TaxId of(String text) {
        String normal = text.replaceAll("[\\s\\u00A0.-]", "").toUpperCase(Locale.ROOT);
        if (!normal.matches("[0-9]+")) {
            return new TaxId(normal, null, Problem.NOT_DIGITS);
        }
        if (normal.chars().allMatch(digit -> digit == '0')) {
            return new TaxId(normal, null, Problem.ALL_ZEROS);
        }
        int length = normal.length();
        if (length != 9 && length != 10 && length != 12) {
            return new TaxId(normal, null, Problem.WRONG_LENGTH);
        }
        Kind kind = kind(normal);
        return new TaxId(normal, kind, kind == null ? Problem.WRONG_CHECK_DIGITS : null);
    }

    public boolean isValid() {
        return kind != null;
    }

    /** Whether a company may have it, or else a person. */
    public boolean isOf(boolean company) {
        return kind != null
                && switch (kind) {
                    case RU_COMPANY, KZ_COMPANY -> company;
                    case RU_PERSON, KZ_PERSON -> !company;
                    case BY -> true;
                };
    }

    private static @Nullable Kind kind(String text) {
        return switch (text.length()) {
            case 9 -> isBelarusian(text) ? Kind.BY : null;
            case 10 -> sum(text, RU_COMPANY) % 11 % 10 == digit(text, 9) ? Kind.RU_COMPANY : null;
            default ->
                sum(text, RU_PERSON_FIRST) % 11 % 10 == digit(text, 10)
                                && sum(text, RU_PERSON_SECOND) % 11 % 10 == digit(text, 11)
                        ? Kind.RU_PERSON
                        : kazakh(text);
        };
    }

    private static boolean isBelarusian(String text) {
        int check = sum(text, BY) % 11;
        return check < 10 && check == digit(text, 8);
    }

    /** A company's number begins with the year and month of registration and its kind, a person's with the birthday. */
    private static @Nullable Kind kazakh(String text) {
        int check = sum(text, KZ_FIRST) % 11;
        if (check == 10) {
            check = sum(text, KZ_SECOND) % 11;
        }
        int month = digit(text, 2) * 10 + digit(text, 3);
        if (check == 10 || check != digit(text, 11) || month < 1 || month > 12) {
            return null;
        }
        int fifth = digit(text, 4);
        if (fifth >= 4 && fifth <= 6) {
            return digit(text, 5) <= 3 ? Kind.KZ_COMPANY : null;
        }
        int day = fifth * 10 + digit(text, 5);
        int century = digit(text, 6);
        return day >= 1 && day <= 31 && century >= 1 && century <= 6 ? Kind.KZ_PERSON : null;
    }

    private static int sum(String text, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(text, i);
        }
        return sum;
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "TaxId[" + kind + ", " + problem + "]";
    }
}
