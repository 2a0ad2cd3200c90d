package ru.freesport.console.partners;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private static final Pattern INN = Pattern.compile("([Ии][Нн][Нн]\\D{0,3})\\d{10}(?:\\d{2})?(?!\\d)");
    private static final Pattern CARD =
            Pattern.compile("(?<![\\d.-])\\d{4}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{4}(?:\\d{1,3})?(?![\\d-]|\\.\\d)");

    /** Parts of the names in {@link #LINE}, by which most texts are told at once to have none of them. */
    private static final List<String> LINE_WORDS = List.of("passw", "secret", "token", "api", "пароль");

    private static final List<String> SCHEME_WORDS = List.of("bearer", "basic");
    private static final String INN_WORD = "инн";

    private static final String[] @Nullable [] BY_FIRST = byFirst(Stream.of(LINE_WORDS, SCHEME_WORDS, List.of(INN_WORD))
            .flatMap(List::stream)
            .toList());

    /** Digits of the shortest number that begins with a plus, and of one that does not. */
    private static final int FEWEST_AFTER_PLUS = 7;

    private static final int FEWEST_DIGITS = 11;

    private MaskedText() {}

    /** Each expression looks only at texts, and those of numbers only at places, that can hold what it seeks: bodies are long and many. */
    static String masked(String text, Consumer<String> taken) {
        String masked = text;
        if (hasPair(masked)) {
            masked = PAIR.matcher(masked).replaceAll(found -> pair(found, taken));
        }
        Set<String> words = words(masked);
        if (!Collections.disjoint(words, LINE_WORDS)) {
            masked = LINE.matcher(masked).replaceAll(found -> quoted(found.group(1) + found.group(2) + Masking.MASK));
        }
        if (masked.contains("://") && masked.indexOf('@') >= 0) {
            masked = LOGIN.matcher(masked).replaceAll(Masking.MASK + "@");
        }
        if (!Collections.disjoint(words, SCHEME_WORDS)) {
            masked = SCHEME.matcher(masked).replaceAll("$1 " + quoted(Masking.MASK));
        }
        if (masked.indexOf('@') >= 0 || masked.contains("%40")) {
            masked = MAIL.matcher(masked).replaceAll(found -> whole(found, taken));
        }
        if (words.contains(INN_WORD)) {
            masked = INN.matcher(masked).replaceAll(found -> quoted(found.group(1) + Masking.MASK));
        }
        // an encoded plus is the one part of a number that does not look like one
        return masked.contains("%2B") ? numbers(masked, taken) : numbersInPlaces(masked, taken);
    }

    /** A sign of equality with a value right behind it. */
    private static boolean hasPair(String text) {
        for (int at = text.indexOf('='); at >= 0 && at + 1 < text.length(); at = text.indexOf('=', at + 1)) {
            char next = text.charAt(at + 1);
            if ("&\"'<>;)".indexOf(next) < 0 && !isSpace(next)) {
                return true;
            }
        }
        return false;
    }

    /** Looks at the stretches that consist of what numbers are written with and hold enough digits for one. */
    private static String numbersInPlaces(String text, Consumer<String> taken) {
        char[] chars = text.toCharArray();
        StringBuilder out = null;
        int copied = 0;
        int at = 0;
        while (at < chars.length) {
            if (!isDigit(chars[at])) {
                at++;
                continue;
            }
            int begin = at;
            while (begin > 0 && isOfNumber(chars[begin - 1])) {
                begin--;
            }
            int end = at;
            int digits = 0;
            while (end < chars.length && isOfNumber(chars[end])) {
                digits += isDigit(chars[end]) ? 1 : 0;
                end++;
            }
            if (digits >= FEWEST_DIGITS
                    || digits >= FEWEST_AFTER_PLUS && text.substring(begin, end).indexOf('+') >= 0) {
                out = out == null ? new StringBuilder(chars.length) : out;
                out.append(chars, copied, begin - copied).append(numbers(text.substring(begin, end), taken));
                copied = end;
            }
            at = end + 1;
        }
        return out == null
                ? text
                : out.append(chars, copied, chars.length - copied).toString();
    }

    /** Those of {@link #BY_FIRST} that stand anywhere in the text, in letters of any size. */
    private static Set<String> words(String text) {
        Set<String> found = Set.of();
        char[] chars = text.toCharArray();
        for (int at = 0; at < chars.length; at++) {
            String[] words = chars[at] < BY_FIRST.length ? BY_FIRST[chars[at]] : null;
            if (words != null) {
                for (String word : words) {
                    if (text.regionMatches(true, at, word, 0, word.length())) {
                        found = found.isEmpty() ? new HashSet<>() : found;
                        found.add(word);
                    }
                }
            }
        }
        return found;
    }

    /** At the place of a letter, small or large, the words that begin with it; null at all others. */
    private static String[] @Nullable [] byFirst(List<String> words) {
        String[] @Nullable [] byFirst = new String['я' + 1][];
        Map<Character, List<String>> all = words.stream().collect(Collectors.groupingBy(word -> word.charAt(0)));
        all.forEach((letter, some) -> {
            byFirst[letter] = some.toArray(String[]::new);
            byFirst[Character.toUpperCase(letter)] = some.toArray(String[]::new);
        });
        return byFirst;
    }

    private static String numbers(String text, Consumer<String> taken) {
        String masked = text;
        if (masked.indexOf('+') >= 0) {
            masked = FOREIGN_PHONE.matcher(masked).replaceAll(found -> whole(found, taken));
        }
        masked = PHONE.matcher(masked).replaceAll(found -> whole(found, taken));
        return CARD.matcher(masked).replaceAll(found -> isCard(found.group()) ? Masking.MASK : quoted(found.group()));
    }

    private static boolean isOfNumber(char character) {
        return isDigit(character) || "+-().".indexOf(character) >= 0 || isSpace(character);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** As {@code \s} of an expression. */
    private static boolean isSpace(char character) {
        return character == ' ' || character >= '\t' && character <= '\r';
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
