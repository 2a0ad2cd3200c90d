package ru.freesport.console.catalog;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the name of a price type sounds like; only ever a suggestion to a person. */
public final class PriceLevelGuess {

    private static final Map<Pattern, PriceLevel> SOUNDS = new LinkedHashMap<>();

    static {
        sounds("опт\\S*\\s*-?\\s*1", PriceLevel.WHOLESALE1);
        sounds("опт\\S*\\s*-?\\s*2", PriceLevel.WHOLESALE2);
        sounds("опт\\S*\\s*-?\\s*3", PriceLevel.WHOLESALE3);
        sounds("тренер", PriceLevel.TRAINER);
        sounds("федерац|партн[её]р", PriceLevel.FEDERATION);
        sounds("\\bррц\\b|рекоменд", PriceLevel.RECOMMENDED);
        sounds("\\bмрц\\b|минимал", PriceLevel.MINIMUM);
        sounds("розни", PriceLevel.RETAIL);
    }

    private PriceLevelGuess() {}

    public static Optional<PriceLevel> of(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return SOUNDS.entrySet().stream()
                .filter(sound -> sound.getKey().matcher(lower).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void sounds(String pattern, PriceLevel level) {
        SOUNDS.put(Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS), level);
    }
}
