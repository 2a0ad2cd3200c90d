package ru.freesport.console.catalog;

import java.util.Locale;

/** What makes two names the same: letters and digits, without case, punctuation or the size of the gaps. */
final class NormalisedName {

    private NormalisedName() {}

    static String of(String name) {
        StringBuilder normalised = new StringBuilder(name.length());
        boolean gap = false;
        for (char c : name.toLowerCase(Locale.ROOT).replace('ё', 'е').toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                if (gap && !normalised.isEmpty()) {
                    normalised.append(' ');
                }
                normalised.append(c);
                gap = false;
            } else {
                gap = true;
            }
        }
        return normalised.isEmpty() ? name.strip() : normalised.toString();
    }
}
