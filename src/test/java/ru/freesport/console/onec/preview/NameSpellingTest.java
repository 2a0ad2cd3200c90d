package ru.freesport.console.onec.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameSpellingTest {

    private static final String KNOWN = "ИП Иванов И. И.";

    @Test
    void theSameSpellingIsExact() {
        assertThat(NameSpelling.of(KNOWN, List.of(KNOWN, "ООО «Мяч»", KNOWN)).verdict())
                .isEqualTo(NameSpelling.Verdict.EXACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ИП Иванов И.И.", "Ип  Иванов И. И.", "ИП Ивaнов И. И.", "ИП Иванов И. И. ", "ИП «Иванов ИИ»"})
    void anotherSpellingOfAKnownNameIsToldWithTheKnownOne(String name) {
        assertThat(NameSpelling.of(name, List.of("ООО «Мяч»", KNOWN)))
                .isEqualTo(new NameSpelling(NameSpelling.Verdict.DIFFERS, name, KNOWN));
    }

    @Test
    void aNameThatTheSettingsSpellInTwoWaysIsAmbiguous() {
        assertThat(NameSpelling.of(KNOWN, List.of(KNOWN, "ИП Иванов И.И.")))
                .isEqualTo(new NameSpelling(NameSpelling.Verdict.AMBIGUOUS, KNOWN, "ИП Иванов И.И."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 СДВ склад ", "1  СДВ склад", "1\u00a0СДВ склад", "1 CДВ склад", "1 СДВ\u200b склад"})
    void signsThatNobodySeesAreFoundEvenWhenTheSettingsHaveThemToo(String name) {
        assertThat(NameSpelling.of(name, List.of(name)).verdict()).isEqualTo(NameSpelling.Verdict.HIDDEN_SIGNS);
    }

    @Test
    void latinWordsAreNoHiddenSigns() {
        assertThat(NameSpelling.of("Intex ОСНОВНОЙ", List.of("Intex ОСНОВНОЙ")).isFine())
                .isTrue();
    }

    @Test
    void anotherNameIsUnknown() {
        assertThat(NameSpelling.of("ИП Петров П. П.", List.of(KNOWN)).verdict())
                .isEqualTo(NameSpelling.Verdict.UNKNOWN);
        assertThat(NameSpelling.of("", List.of(KNOWN)).verdict()).isEqualTo(NameSpelling.Verdict.UNKNOWN);
    }
}
