package ru.freesport.console.onec.preview;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.Lookalikes;

/**
 * How a name that 1C takes only by its exact spelling stands to the names that are known.
 *
 * @param other the spelling that is known instead, or as well; null where there is none
 */
public record NameSpelling(
        Verdict verdict, String name, @Nullable String other) {

    public enum Verdict {
        /** Written as it is known, and known in one way only. */
        EXACT,
        /** The same name is known in another spelling: a space between initials, a quotation mark, a Latin letter. */
        DIFFERS,
        /** Known as it is written, but in another spelling too: one of the two is wrong. */
        AMBIGUOUS,
        /** It holds what nobody sees: spaces at an end or doubled, a Latin letter within a Russian word. */
        HIDDEN_SIGNS,
        UNKNOWN
    }

    static NameSpelling of(String name, Collection<String> known) {
        List<String> alike = known.stream()
                .distinct()
                .filter(one -> bare(one).equals(bare(name)))
                .toList();
        Optional<String> other = alike.stream().filter(one -> !one.equals(name)).findFirst();
        if (!alike.contains(name)) {
            return new NameSpelling(other.isPresent() ? Verdict.DIFFERS : Verdict.UNKNOWN, name, other.orElse(null));
        }
        if (other.isPresent()) {
            return new NameSpelling(Verdict.AMBIGUOUS, name, other.get());
        }
        return new NameSpelling(hasHiddenSigns(name) ? Verdict.HIDDEN_SIGNS : Verdict.EXACT, name, null);
    }

    public boolean isFine() {
        return verdict == Verdict.EXACT;
    }

    /** Letters and digits alone, Latin letters that look Russian taken for Russian ones. */
    private static String bare(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        for (char sign : name.toCharArray()) {
            if (Character.isLetterOrDigit(sign)) {
                bare.append(Lookalikes.russian(sign));
            }
        }
        return bare.toString().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static boolean hasHiddenSigns(String name) {
        if (!name.equals(name.strip()) || name.contains("  ") || !name.chars().allMatch(NameSpelling::isPlain)) {
            return true;
        }
        for (String word : name.split("[^\\p{L}]+")) {
            boolean isRussian =
                    word.chars().anyMatch(sign -> Character.UnicodeBlock.of(sign) == Character.UnicodeBlock.CYRILLIC);
            if (isRussian && word.chars().anyMatch(sign -> sign < 0x80)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(int sign) {
        return sign == ' '
                || !Character.isSpaceChar(sign)
                        && !Character.isISOControl(sign)
                        && Character.getType(sign) != Character.FORMAT;
    }
}
