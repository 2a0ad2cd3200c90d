package ru.freesport.console.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone number: as somebody wrote it, and as E.164 when it can be dialled, {@code 8 (916) 123-45-67} is
 * {@code +79161234567}. What cannot be read as a number is kept as written.
 *
 * @param raw as written, without space around it
 * @param e164 null when it is no number
 */
public record Phone(String raw, @Nullable String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String HOME = "RU";
    private static final Pattern BETWEEN = Pattern.compile("[,;|\\n]+|(?<=\\d)\\s*/\\s*(?=[+(\\d])");
    private static final int LONGEST = 250;

    public static Phone of(String text) {
        String raw = text.strip();
        return new Phone(raw, raw.length() > LONGEST ? null : e164(raw));
    }

    /** The numbers of a list with commas, in its order, each once; never empty for a text that is not blank. */
    public static List<Phone> all(String text) {
        List<Phone> found = new ArrayList<>();
        for (String part : BETWEEN.split(text)) {
            if (!part.isBlank()) {
                Phone phone = of(part);
                if (found.stream().noneMatch(known -> known.normal().equals(phone.normal()))) {
                    found.add(phone);
                }
            }
        }
        return found;
    }

    public boolean isValid() {
        return e164 != null;
    }

    /** What numbers are compared by: E.164, else the written digits, else the text. */
    public String normal() {
        if (e164 != null) {
            return e164;
        }
        String digits = raw.replaceAll("[^0-9+]", "");
        return digits.isEmpty() ? raw : digits;
    }

    private static @Nullable String e164(String text) {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(text, HOME);
            return NUMBERS.isValidNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException unreadable) {
            return null;
        }
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "Phone";
    }
}
