package ru.freesport.console.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortCodeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 3, 000",
        "7, 3, 007",
        "999, 3, 999",
        "1000, 3, A00",
        "1035, 3, A0Z",
        "34695, 3, ZZZ",
        "9, 1, 9",
        "10, 1, A"
    })
    void digitsComeFirstAndLettersOnceTheyAreUsedUp(long number, int width, String code) {
        assertThat(ShortCode.of(number, width)).isEqualTo(code);
    }

    @Test
    void noTwoNumbersShareACode() {
        Set<String> codes = new HashSet<>();
        for (int number = 0; number < 34_696; number++) {
            assertThat(codes.add(ShortCode.of(number, 3))).isTrue();
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> ShortCode.of(34_696, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShortCode.of(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
