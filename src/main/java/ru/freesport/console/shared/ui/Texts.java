package ru.freesport.console.shared.ui;

import com.vaadin.flow.component.UI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words in the language of the person in front of the screen; Russian where nobody is. */
public final class Texts {

    private Texts() {}

    public static String t(String key, @Nullable Object... arguments) {
        return translations().text(key, arguments);
    }

    /** Picks {@code key.one}, {@code .few}, {@code .many} or {@code .other}; {@code {0}} is the count. */
    public static String plural(String key, long count, @Nullable Object... more) {
        return translations().plural(key, count, more);
    }

    /** The word for a constant: {@code prefix.NAME}. */
    public static String word(String prefix, Enum<?> value) {
        return t(prefix + "." + value.name());
    }

    /** The words for constants, by their names and in their order, as a choice wants them. */
    public static Map<String, String> words(String prefix, Enum<?>[] values) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Enum<?> value : values) {
            words.put(value.name(), word(prefix, value));
        }
        return words;
    }

    public static Locale locale() {
        return translations().locale();
    }

    static Translations translations() {
        UI ui = UI.getCurrent();
        return Translations.of(ui == null ? null : ui.getLocale());
    }
}
