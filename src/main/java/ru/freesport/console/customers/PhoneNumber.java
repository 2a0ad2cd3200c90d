package ru.freesport.console.customers;

import org.jspecify.annotations.Nullable;

/** Brings the spellings of a phone number to one: {@code 8 (916) 123-45-67} is {@code +79161234567}. */
final class PhoneNumber {

    private static final int NATIONAL = 10;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 15;

    private PhoneNumber() {}

    static @Nullable String normalised(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String digits = text.replaceAll("[^0-9]", "");
        if (text.strip().startsWith("+")) {
            return "+" + digits;
        }
        if (digits.length() == NATIONAL + 1 && (digits.startsWith("8") || digits.startsWith("7"))) {
            return "+7" + digits.substring(1);
        }
        return digits.length() == NATIONAL ? "+7" + digits : "+" + digits;
    }

    static boolean isPlausible(String normalised) {
        return normalised.length() > SHORTEST && normalised.length() <= LONGEST + 1;
    }
}
