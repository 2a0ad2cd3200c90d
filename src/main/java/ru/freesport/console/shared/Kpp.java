package ru.freesport.console.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The code of the reason a company is registered with a tax office; a text, since its leading zeros count.
 *
 * @param normal without spaces, letters in capitals
 */
public record Kpp(String normal) {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}[0-9A-Z]{2}[0-9]{3}");

    public static Kpp of(String text) {
        return new Kpp(text.replaceAll("[\\s\\u00A0]", "").toUpperCase(Locale.ROOT));
    }

    public boolean isValid() {
        return FORM.matcher(normal).matches() && !normal.equals("000000000");
    }
}
