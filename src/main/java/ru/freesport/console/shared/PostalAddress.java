package ru.freesport.console.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address on one line, for comparing: without punctuation, the country and the words for kinds of places, which
 * everybody shortens in a way of his own.
 *
 * @param key what addresses are compared by
 */
public record PostalAddress(String key) {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> KINDS_OF_PLACES = Set.of(
            "россия",
            "рф",
            "город",
            "г",
            "гор",
            "область",
            "обл",
            "край",
            "республика",
            "респ",
            "район",
            "р",
            "н",
            "улица",
            "ул",
            "проспект",
            "просп",
            "пр",
            "кт",
            "т",
            "переулок",
            "пер",
            "бульвар",
            "б",
            "шоссе",
            "ш",
            "площадь",
            "пл",
            "набережная",
            "наб",
            "дом",
            "д",
            "корпус",
            "корп",
            "к",
            "строение",
            "стр",
            "офис",
            "оф",
            "квартира",
            "кв",
            "помещение",
            "пом");

    public static PostalAddress of(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('ё', 'е');
        return new PostalAddress(Arrays.stream(NO_WORD.split(plain))
                .filter(word -> !word.isEmpty() && !KINDS_OF_PLACES.contains(word))
                .collect(Collectors.joining(" ")));
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "PostalAddress";
    }
}
