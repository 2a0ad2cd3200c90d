package ru.freesport.console.shared.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words of one language, gathered from every module's {@code vaadin-i18n/<module>_<language>.properties}. */
public final class Translations {

    public static final Locale RUSSIAN = Locale.of("ru", "RU");
    public static final Locale ENGLISH = Locale.of("en");
    /** The first is the default. */
    public static final List<Locale> LANGUAGES = List.of(RUSSIAN, ENGLISH);

    private static final Map<String, Translations> BY_LANGUAGE =
            LANGUAGES.stream().collect(Collectors.toMap(Locale::getLanguage, Translations::new));

    private final Locale locale;
    private final Map<String, String> patterns;

    private Translations(Locale locale) {
        this.locale = locale;
        this.patterns = read(locale.getLanguage());
    }

    /** The translations of the nearest language we speak. */
    public static Translations of(@Nullable Locale wanted) {
        Translations found = wanted == null ? null : BY_LANGUAGE.get(wanted.getLanguage());
        return found != null ? found : BY_LANGUAGE.get(RUSSIAN.getLanguage());
    }

    public Locale locale() {
        return locale;
    }

    public Map<String, String> all() {
        return patterns;
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /** The text, with {@code {0}} … filled in; a missing key is shown as such rather than failing a screen. */
    public String text(String key, @Nullable Object... arguments) {
        return Optional.ofNullable(patterns.get(key))
                .map(pattern -> arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments))
                .orElse("!" + locale.getLanguage() + ": " + key);
    }

    /** The text in the form that {@code count} asks for; the count itself is {@code {0}}. */
    public String plural(String key, long count, @Nullable Object... more) {
        @Nullable Object[] arguments = new @Nullable Object[more.length + 1];
        arguments[0] = count;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return text(key + "." + PluralForm.of(locale, count).suffix(), arguments);
    }

    private static Map<String, String> read(String language) {
        Map<String, String> patterns = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:vaadin-i18n/*_" + language + ".properties")) {
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    Properties properties = new Properties();
                    properties.load(reader);
                    properties.stringPropertyNames().forEach(key -> patterns.put(key, properties.getProperty(key)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Translations of " + language + " cannot be read", e);
        }
        return Map.copyOf(patterns);
    }
}
