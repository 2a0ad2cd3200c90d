package ru.freesport.console.shared;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address: as somebody wrote it, and in the one spelling that is kept and compared: lower case, the domain in
 * its ASCII form.
 *
 * @param raw as written, without space around it
 * @param address null when it is none
 */
public record Email(String raw, @Nullable String address) {

    private static final Pattern LOCAL = Pattern.compile("[^@\\s\\p{Cntrl}\"(),:;<>\\[\\]\\\\]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]*[a-z][a-z0-9-]*[a-z0-9]");
    private static final int LONGEST = 254;

    public static Email of(String text) {
        String raw = text.strip();
        return new Email(raw, raw.length() > LONGEST ? null : address(raw));
    }

    public boolean isValid() {
        return address != null;
    }

    /** What addresses are compared by, malformed ones too. */
    public String normal() {
        return address != null ? address : raw.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String address(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1) {
            return null;
        }
        String local = text.substring(0, at).toLowerCase(Locale.ROOT);
        if (!LOCAL.matcher(local).matches() || local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            return null;
        }
        return domain(text.substring(at + 1))
                .map(domain -> local + "@" + domain)
                .orElse(null);
    }

    private static Optional<String> domain(String text) {
        try {
            return Optional.of(IDN.toASCII(text.toLowerCase(Locale.ROOT)))
                    .filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "Email";
    }
}
