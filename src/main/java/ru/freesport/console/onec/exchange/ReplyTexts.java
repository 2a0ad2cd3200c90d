package ru.freesport.console.onec.exchange;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.shared.ui.Translations;

/** The explanations of answers, in the language that was set for 1C. */
@Component
class ReplyTexts {

    private final Translations translations;

    ReplyTexts(ExchangeSettings settings) {
        this.translations = Translations.of(settings.language());
    }

    String text(String key, @Nullable Object... arguments) {
        return translations.text("onec.exchange." + key, arguments);
    }

    ExchangeReply failure(String key, @Nullable Object... arguments) {
        return ExchangeReply.failure(text(key, arguments));
    }
}
