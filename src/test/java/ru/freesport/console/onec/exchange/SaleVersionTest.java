package ru.freesport.console.onec.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaleVersionTest {

    @ParameterizedTest
    @CsvSource({
        "3.1, 3.1",
        "3.10, 3.1",
        "'3,1', 3.1",
        "4, 3.1",
        "3.0, 2.09",
        "3, 2.09",
        "2.10, 2.09",
        "2.09, 2.09",
        "2.05, 2.09",
        "999999999999999999999, 2.09",
        "новая, 2.09",
        "'', 2.09"
    })
    void theNewestThatBothSidesKnowIsAgreedOn(String asked, String agreed) {
        assertThat(SaleVersion.agreed(asked)).isEqualTo(agreed);
    }
}
