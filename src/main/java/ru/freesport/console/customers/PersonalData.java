package ru.freesport.console.customers;

import org.jspecify.annotations.Nullable;

/** Hides personal data but for what tells one person from another. */
public final class PersonalData {

    private static final String HIDDEN = "•••";
    private static final int SHOWN_DIGITS = 4;

    private PersonalData() {}

    /** {@code anna@example.org} is {@code a•••@example.org}. */
    public static @Nullable String email(@Nullable String email) {
        if (email == null) {
            return null;
        }
        int at = email.indexOf('@');
        return at < 1 ? HIDDEN : email.charAt(0) + HIDDEN + email.substring(at);
    }

    /** The last four digits, as people compare numbers aloud. */
    public static @Nullable String phone(@Nullable String phone) {
        return phone == null ? null : HIDDEN + phone.substring(Math.max(0, phone.length() - SHOWN_DIGITS));
    }

    /** The first letter. */
    public static @Nullable String name(@Nullable String name) {
        return name == null || name.isEmpty() ? name : name.substring(0, 1) + HIDDEN;
    }

    /** Nothing of it. */
    public static @Nullable String text(@Nullable String text) {
        return text == null ? null : HIDDEN;
    }
}
