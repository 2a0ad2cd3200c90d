package ru.freesport.console.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T19:45:10Z");

    @Test
    void moneyHasKopecksAndASign() {
        assertThat(Formats.money(new BigDecimal("4590"), "RUB")).isEqualTo("4\u00a0590,00\u00a0₽");
        assertThat(Formats.money(new BigDecimal("-0.5"), "RUB")).isEqualTo("-0,50\u00a0₽");
    }

    @Test
    void moneyIsNeverRounded() {
        assertThat(Formats.money(new BigDecimal("1.2345"), "RUB")).isEqualTo("1,2345\u00a0₽");
    }

    @Test
    void quantitiesHaveNoNeedlessZeroes() {
        assertThat(Formats.quantity(new BigDecimal("12.500"))).isEqualTo("12,5");
        assertThat(Formats.quantity(new BigDecimal("3.000"))).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({"340ms,PT0.34S", "1.5s,PT1.5S", "12s,PT12S", "2m5s,PT2M5S", "3m,PT3M", "2h5m,PT2H5M", "3d4h,P3DT4H"})
    void durationsShowTheirTwoGreatestParts(String words, Duration time) {
        String expected = words.replace("ms", " мс")
                .replaceAll("(\\d)s", "$1 с")
                .replaceAll("(\\d)m(?! ?с)", "$1 мин ")
                .replaceAll("(\\d)h", "$1 ч ")
                .replaceAll("(\\d)d", "$1 д ")
                .replace('.', ',')
                .strip();
        assertThat(Formats.duration(time).replace('\u00a0', ' ')).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PT1S,только что",
        "PT12S,12 сек назад",
        "PT12M,12 мин назад",
        "PT5H,5 ч назад",
        "PT72H,3 дня назад",
        "PT-2H,через 2 ч"
    })
    void timesAreRelative(Duration ago, String words) {
        assertThat(Formats.relative(NOW.minus(ago), NOW).replace('\u00a0', ' ')).isEqualTo(words);
    }

    @Test
    void timesAreAbsoluteWithTheirZone() {
        assertThat(Formats.absolute(NOW)).isEqualTo("23.11.2026 22:45:10\u00a0МСК");
    }

    @Test
    void sizesAreReadable() {
        assertThat(Formats.bytes(900)).isEqualTo("900\u00a0Б");
        assertThat(Formats.bytes(1_536)).isEqualTo("1,5\u00a0КБ");
        assertThat(Formats.bytes(734_003_200)).isEqualTo("700\u00a0МБ");
    }

    @Test
    void progressTellsRateAndTimeLeft() {
        assertThat(RunProgress.describe(500, 1000, 0.5, Duration.ofSeconds(10)).replace('\u00a0', ' '))
                .isEqualTo("500 из 1 000 · 50 % · 50/с · осталось 10 с");
    }

    @Test
    void progressDoesNotGuessTooEarly() {
        assertThat(RunProgress.describe(10, 1000, 0.01, Duration.ofSeconds(10))).endsWith("оцениваем время");
    }

    @Test
    void progressWithoutAnEndSaysOnlyWhatIsDone() {
        assertThat(RunProgress.describe(10, 0, 0, Duration.ofSeconds(10))).isEqualTo("Обработано 10 · 1/с");
    }
}
