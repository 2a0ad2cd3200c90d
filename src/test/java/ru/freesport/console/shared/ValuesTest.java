package ru.freesport.console.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+7 (916) 123-45-67",
                "+79161234567",
                "8 (916) 123-45-67",
                "8-916-123-45-67",
                "89161234567",
                "79161234567",
                "9161234567",
                "(916) 123 45 67",
                "тел. 8 916 123-45-67",
                "8 916 123-45-67 доб. 12"
            })
    void everyLayoutOfANumberIsOneNumber(String written) {
        Phone phone = Phone.of(" " + written + " ");
        assertThat(phone.e164()).isEqualTo("+79161234567");
        assertThat(phone.raw()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"+375 29 123-45-67, +375291234567", "+7 701 123 45 67, +77011234567", "8 800 555 35 35, +78005553535"})
    void otherCountriesAndFreeNumbersAreNumbers(String written, String kept) {
        assertThat(Phone.of(written).e164()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123-45-67", "12", "нет телефона", "0000000000", "8 916 123-45-6", "-"})
    void whatIsNoNumberIsKeptAsWritten(String written) {
        Phone phone = Phone.of(written);
        assertThat(phone.isValid()).isFalse();
        assertThat(phone.raw()).isEqualTo(written);
        assertThat(phone.normal()).isNotEmpty();
    }

    @Test
    void aListOfNumbersIsTakenApart() {
        assertThat(Phone.all("8 (916) 123-45-67, 8-495-123-45-67; +7 916 123 45 67"))
                .extracting(Phone::normal)
                .containsExactly("+79161234567", "+74951234567");
        assertThat(Phone.all("8 916 123-45-67/8 916 123-45-68")).hasSize(2);
        assertThat(Phone.all(" , ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Anna@Example.ORG, anna@example.org",
        "' p.orlov+shop@mail.ru ', p.orlov+shop@mail.ru",
        "zakaz@Спорт.рф, zakaz@xn--n1abebi.xn--p1ai",
        "ZAKAZ@xn--n1abebi.xn--p1ai, zakaz@xn--n1abebi.xn--p1ai"
    })
    void anAddressHasOneSpelling(String written, String kept) {
        assertThat(Email.of(written).address()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no mail",
                "@mail.ru",
                "anna@",
                "anna@localhost",
                "a..b@mail.ru",
                ".a@mail.ru",
                "anna@mail..ru",
                "anna@-mail.ru",
                "anna@mail.123",
                "anna@mail.ru, p@mail.ru",
                "anna@ma il.ru"
            })
    void whatIsNoAddressIsTold(String written) {
        assertThat(Email.of(written).isValid()).isFalse();
        assertThat(Email.of(written).normal()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "7707083893, RU_COMPANY",
        "'77 07 083893', RU_COMPANY",
        "500100732259, RU_PERSON",
        "100582333, BY",
        "191698681, BY",
        "940140000385, KZ_COMPANY",
        "830412300072, KZ_PERSON"
    })
    void aTaxpayersNumberTellsWhoseItIs(String written, TaxId.Kind kind) {
        assertThat(TaxId.of(written).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "7707083894, WRONG_CHECK_DIGITS",
        "1234567890, WRONG_CHECK_DIGITS",
        "7701234567, WRONG_CHECK_DIGITS",
        "7712345678, WRONG_CHECK_DIGITS",
        "123456789012, WRONG_CHECK_DIGITS",
        "500100732258, WRONG_CHECK_DIGITS",
        "100582334, WRONG_CHECK_DIGITS",
        "940140000386, WRONG_CHECK_DIGITS",
        "0000000000, ALL_ZEROS",
        "000000000000, ALL_ZEROS",
        "000000000, ALL_ZEROS",
        "12345, WRONG_LENGTH",
        "77070838930, WRONG_LENGTH",
        "77О7083893, NOT_DIGITS"
    })
    void whatIsNobodysNumberSaysWhy(String written, TaxId.Problem problem) {
        assertThat(TaxId.of(written).problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"770701001, true", "0105AB001, true", "' 770 701 001', true", "77070100, false", "77070А001, false"})
    void aKppHasItsForm(String written, boolean valid) {
        assertThat(Kpp.of(written).isValid()).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ООО «Спортклуб „Старт“»| Общество с ограниченной ответственностью \"Спортклуб Старт\"",
                "Старт ООО| ООО СТАРТ",
                "ИП Белов И. С.| Индивидуальный предприниматель Белов И.С.",
                "АО «Берёзка»| ао березка",
                "ТОО Алматы-Спорт| Товарищество с ограниченной ответственностью «Алматы Спорт»"
            })
    void namesAreComparedWithoutFormQuotesAndSpaces(String one, String other) {
        assertThat(CompanyName.of(one).key()).isEqualTo(CompanyName.of(other).key());
    }

    @Test
    void aNameThatIsOnlyAFormIsStillAName() {
        assertThat(CompanyName.of("ООО").key()).isEqualTo("ооо");
        assertThat(CompanyName.of("«»").key()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ООО СК «Старт»| ООО «Спортивный клуб Старт»| true",
                "ТД Спорт-Мастер| Торговый дом «Спорт-Мастер»| true",
                "Спорт. клуб Старт| Спортивный клуб Старт| true",
                "РЖД| Российские железные дороги| true",
                "Спорт| Спортмастер| false",
                "Старт| Старт Плюс| false",
                "СК Финиш| Спортивный клуб Старт| false",
                "Старт| Старт| false"
            })
    void anAbbreviationIsRecognised(String abbreviation, String full, boolean expected) {
        assertThat(CompanyName.of(abbreviation).abbreviates(CompanyName.of(full)))
                .isEqualTo(expected);
    }
}
