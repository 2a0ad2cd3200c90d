package ru.freesport.console.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatRateTest {

    /** The first three are figures of real exchanges. */
    @ParameterizedTest
    @CsvSource({"2109, 22, 380.31", "100, 22, 18.03", "100, 5, 4.76", "0.03, 20, 0.01", "110, 10, 10.00", "100, 0, 0.00"
    })
    void includedVatIsRoundedHalfUpToTheKopeck(BigDecimal sum, String rate, BigDecimal vat) {
        assertThat(new VatRate(rate).includedIn(sum)).isEqualTo(vat.setScale(2));
    }

    @ParameterizedTest
    @CsvSource({"22, 22", "22%, 22", "22.0, 22", "'10,00 %', 10", "0, 0", "NO_VAT, NONE", "' 5 ', 5"})
    void theCataloguesSpellingsAreRead(String text, String code) {
        assertThat(VatRate.parse(text)).contains(new VatRate(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "220", "20/120", "rate"})
    void whatIsNoRateIsUnknownAndNotZero(String text) {
        assertThat(VatRate.parse(text)).isEmpty();
    }

    @Test
    void noVatIsNeitherZeroNorUnknown() {
        assertThat(VatRate.NONE).isNotEqualTo(VatRate.of(0));
        assertThat(VatRate.NONE.percent()).isEmpty();
        assertThat(VatRate.NONE.includedIn(new BigDecimal("100"))).isEqualTo(new BigDecimal("0.00"));
        assertThat(VatRate.parse(null)).isEmpty();
    }

    @Test
    void theGeneralRateRoseIn2026() {
        assertThat(VatRate.generalIn(2025)).isEqualTo(VatRate.of(20));
        assertThat(VatRate.generalIn(2026)).isEqualTo(VatRate.of(22));
    }
}
