package ru.freesport.console.onec.commerceml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "1012 | 1012",
                "1 012,50 | 1012.50",
                "1\u00A0012 | 1012",
                "1\u202F012.5 | 1012.5",
                "1,234.50 | 1234.50",
                "1.234,50 | 1234.50",
                "-3,25 | -3.25",
                "+7 | 7",
                "007 | 7",
                "123456789012345678 | 123456789012345678",
            })
    void numbersAreReadAsPeopleWriteThem(String text, BigDecimal expected) throws Exception {
        assertThat(number(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-999999999.9", "-999 999 999,9", "-999\u00A0999\u00A0999,9", "-999999999,90"})
    void numbersThatAreNotSetAreNull(String text) throws Exception {
        assertThat(number(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1e3", "-", "1,2,3", "1.2.3", "12 руб", ".", "0x1F", "1-2"})
    void otherTextsAreNoNumbers(String text) {
        assertThatThrownBy(() -> number(text)).isInstanceOf(NotANumber.class);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 20",
        "20%, 20",
        "'20,0 %', 20",
        "НДС 20, 20",
        "0, 0",
        "22, 22",
        "5, 5",
        "Без НДС, NO_VAT",
        "Без налога, NO_VAT",
        "без ндс, NO_VAT",
        "льгота,",
        "200,",
    })
    void noVatAndUnknownVatDiffer(String text, @Nullable String expected) {
        assertThat(Values.vatRate(text)).isEqualTo(expected);
        assertThat(Values.vatRate(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "руб, RUB",
        "руб., RUB",
        "RUR, RUB",
        "643, RUB",
        "RUB, RUB",
        "USD, USD",
        "eur, EUR",
        "бел. руб, BYN",
        "долл., USD",
        "евро, EUR",
        "тенге, KZT",
        "933, BYN",
        "усл. единица, УСЛ. ЕДИНИЦА"
    })
    void currenciesBecomeThreeLetters(String text, String expected) {
        assertThat(Values.currency(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'21,6', 21.6",
        "'1\u00A0250,5', 1250.5",
        "'42, 44', '42, 44'",
        "XL, XL",
        "10, 10",
        "12.03.2026, 12.03.2026"
    })
    void numbersForPeopleBecomePlain(String text, String expected) {
        assertThat(Values.plain(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "True", "да"})
    void deletionMarksAreRead(String text) {
        assertThat(Values.isTrue(text)).isTrue();
    }

    @Test
    void whatIsNoMarkIsNoDeletion() {
        for (String text : new String[] {"false", "0", "", "нет", "2"}) {
            assertThat(Values.isTrue(text)).as(text).isFalse();
        }
    }

    private static @Nullable BigDecimal number(String text) throws NotANumber {
        return Values.number(text.toCharArray(), 0, text.length());
    }
}
