package ru.freesport.console.partners;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what looks secret or personal in any text: pairs of a query, addresses, numbers of phones and cards. */
final class MaskedText {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern PAIR =
            Pattern.compile("(?<![^?&;\\s(\"'])([\\p{L}\\d_.%\\[\\]-]{1,80})=([^&\\s\"'<>;)]+)");
    private static final Pattern LINE = Pattern.compile(
            "(?<![\\p{L}\\d_-])([\\p{L}\\d_-]*(?:password|passwd|secret|token|api[_-]?key|пароль))(\\s*[:=]\\s*)([^\\s\"'<>,;]+)",
            FLAGS);
    private static final Pattern SCHEME = Pattern.compile("\\b(Bearer|Basic)\\s+[\\w.~+/=-]{6,}", FLAGS);
    private static final Pattern LOGIN = Pattern.compile("(?<=://)[^/@\\s\"'<>]+@");
    /** Its end may be cut off. */
    private static final Pattern MAIL = Pattern.compile(
            "(?<![\\p{L}\\d._+-])[\\p{L}\\d._+-]++(?:@|%40)(?:[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+|[\\p{L}\\d.-]*$)");

    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\d.-])(?:\\+7|%2B7|8|7)[\\s-]?\\(?\\d{3}\\)?[\\s-]?\\d{3}[\\s-]?\\d{2}[\\s-]?\\d{2}(?![\\d-]|\\.\\d)");
    private static final Pattern FOREIGN_PHONE =
            Pattern.compile("\\+\\d{1,3}[\\s-]?\\(?\\d{2,4}\\)?(?:[\\s-]?\\d{2,4}){2,4}(?!\\d)");
    private static final Pattern INN = Pattern.compile("(ИНН\\D{0,3})\\d{10}(?:\\d{2})?(?!\\d)", FLAGS);
    private static final Pattern CARD =
            Pattern.compile("(?<![\\d.-])\\d{4}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{4}(?:\\d{1,3})?(?![\\d-]|\\.\\d)");

    private MaskedText() {}

    static String masked(String text, Consumer<String> taken) {
        String masked = text;
        if (masked.indexOf('=') >= 0) {
            masked = PAIR.matcher(masked).replaceAll(found -> pair(found, taken));
        }
        if (masked.indexOf(':') >= 0) {
            masked = LINE.matcher(masked).replaceAll(found -> quoted(found.group(1) + found.group(2) + Masking.MASK));
            masked = LOGIN.matcher(masked).replaceAll(Masking.MASK + "@");
        }
        masked = SCHEME.matcher(masked).replaceAll("$1 " + quoted(Masking.MASK));
        if (masked.indexOf('@') >= 0 || masked.contains("%40")) {
            masked = MAIL.matcher(masked).replaceAll(found -> whole(found, taken));
        }
        if (masked.indexOf('+') >= 0) {
            masked = FOREIGN_PHONE.matcher(masked).replaceAll(found -> whole(found, taken));
        }
        masked = PHONE.matcher(masked).replaceAll(found -> whole(found, taken));
        masked = INN.matcher(masked).replaceAll(found -> quoted(found.group(1) + Masking.MASK));
        return CARD.matcher(masked).replaceAll(found -> isCard(found.group()) ? Masking.MASK : quoted(found.group()));
    }

    private static String whole(MatchResult found, Consumer<String> taken) {
        taken.accept(found.group());
        return Masking.MASK;
    }

    private static String pair(MatchResult found, Consumer<String> taken) {
        String value = decoded(found.group(2));
        boolean isShaped =
                !value.equals(found.group(2)) && !masked(value, _ -> {}).equals(value);
        if (isShaped || SensitiveNames.isHidden(decoded(found.group(1)))) {
            taken.accept(value);
            return quoted(found.group(1) + "=" + Masking.MASK);
        }
        return quoted(found.group());
    }

    private static String decoded(String encoded) {
        if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0) {
            return encoded;
        }
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return encoded;
        }
    }

    /** By its check digit. */
    private static boolean isCard(String digitsAndGaps) {
        String digits = digitsAndGaps.replaceAll("\\D", "");
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += place % 2 == 0 ? digit : doubled;
        }
        return sum % 10 == 0;
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
