package ru.freesport.console.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** How account names are written. */
final class AccountName {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    private AccountName() {}

    static String normalized(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isWellFormed(String normalized) {
        return FORM.matcher(normalized).matches();
    }
}
