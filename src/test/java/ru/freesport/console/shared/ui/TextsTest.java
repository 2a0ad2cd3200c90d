package ru.freesport.console.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({
        "0,0 дней",
        "1,1 день",
        "2,2 дня",
        "4,4 дня",
        "5,5 дней",
        "11,11 дней",
        "12,12 дней",
        "14,14 дней",
        "21,21 день",
        "22,22 дня",
        "100,100 дней",
        "101,101 день",
        "111,111 дней",
        "112,112 дней"
    })
    void russianHasThreePluralForms(long count, String words) {
        assertThat(Texts.plural("shared.time.day", count)).isEqualTo(words);
    }

    @Test
    void bigCountsAreGrouped() {
        assertThat(Texts.plural("shared.time.day", 12_345)).isEqualTo("12\u00a0345 дней");
    }

    @Test
    void englishHasTwo() {
        Translations english = Translations.of(Locale.ENGLISH);
        assertThat(english.plural("shared.time.day", 1)).isEqualTo("1 day");
        assertThat(english.plural("shared.time.day", 2)).isEqualTo("2 days");
    }

    @Test
    void aLanguageWeDoNotSpeakGetsRussian() {
        assertThat(Translations.of(Locale.FRENCH).text("shared.close")).isEqualTo("Закрыть");
    }

    @Test
    void aMissingKeyIsShownAsOne() {
        assertThat(Texts.t("shared.no.such.key")).isEqualTo("!ru: shared.no.such.key");
    }
}
