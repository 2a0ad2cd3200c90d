package ru.freesport.console.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;

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
    private static final Pattern USUAL = Pattern.compile("\\+?[0-9 ()\u00A0-]+");
    private static final int HOME_DIGITS = 11;
    private static final int LONGEST = 250;
    /** One number is asked for many times while two sides are compared, and reading one takes a tenth of a millisecond. */
    private static final int REMEMBERED = 8_192;

    private static final ConcurrentLruCache<String, Optional<String>> READ =
            new ConcurrentLruCache<>(REMEMBERED, Phone::read);

    public static Phone of(String text) {
        String raw = text.strip();
        return new Phone(
                raw, raw.length() > LONGEST ? null : READ.get(plain(raw)).orElse(null));
    }

    /** The same number without what is put between its digits, so that it is read once however it is written. */
    private static String plain(String raw) {
        if (!USUAL.matcher(raw).matches()) {
            return raw;
        }
        String digits = raw.replaceAll("[^0-9]", "");
        return digits.length() == HOME_DIGITS && (digits.charAt(0) == '8' || raw.startsWith("+7"))
                ? "+7" + digits.substring(1)
                : raw;
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

    private static Optional<String> read(String text) {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(text, HOME);
            return NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "Phone";
    }
}
