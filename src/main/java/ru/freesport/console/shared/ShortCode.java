package ru.freesport.console.shared;

/**
 * Writes a number in a fixed width that does not overflow soon: digits first, and once those are used up a leading
 * letter, so that no longer number is ever mistaken for a shorter one with something after it.
 */
public final class ShortCode {

    private static final int DIGITS = 10;
    private static final int LETTERS = 26;
    private static final int SIGNS = 36;

    private ShortCode() {}

    /** {@code of(7, 3)} is 007, {@code of(1000, 3)} is A00. */
    public static String of(long number, int width) {
        long digits = power(DIGITS, width);
        if (number < 0 || number >= digits + LETTERS * power(SIGNS, width - 1)) {
            throw new IllegalArgumentException(number + " does not fit in " + width + " signs");
        }
        if (number < digits) {
            return String.format("%0" + width + "d", number);
        }
        long rest = number - digits + DIGITS * power(SIGNS, width - 1);
        return Long.toString(rest, SIGNS).toUpperCase(java.util.Locale.ROOT);
    }

    private static long power(int base, int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result = Math.multiplyExact(result, base);
        }
        return result;
    }
}
