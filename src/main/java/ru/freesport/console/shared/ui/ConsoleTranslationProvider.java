package ru.freesport.console.shared.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives Vaadin's own {@code getTranslation} the same words as {@link Texts}. */
@Component
class ConsoleTranslationProvider implements I18NProvider {

    @Override
    public List<Locale> getProvidedLocales() {
        return Translations.LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return Translations.of(locale).text(key, arguments);
    }

    @Override
    public Map<String, String> getAllTranslations(Locale locale) {
        return Translations.of(locale).all();
    }
}
