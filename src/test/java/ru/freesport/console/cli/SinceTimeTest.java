package ru.freesport.console.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTimeTest {

    private static final ZoneId SHOP = ZoneId.of("Europe/Moscow");

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T10:00:00+05:00, 2026-11-25T05:00:00Z",
        "2026-11-25T10:00:00Z, 2026-11-25T10:00:00Z",
        "2026-11-25T10:00, 2026-11-25T07:00:00Z",
        "2026-11-25, 2026-11-24T21:00:00Z"
    })
    void aMomentHasAnOffsetOrIsInTheShopsTime(String typed, Instant meant) {
        assertThat(SinceTime.parse(typed, SHOP)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "25.11.2026", "2026-13-01", "10:00", ""})
    void anythingElseIsNoMoment(String typed) {
        assertThatThrownBy(() -> SinceTime.parse(typed, SHOP)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void theFormsThatAreOfferedAreUnderstood() {
        for (String form : SinceTime.FORMS.split(", | or ")) {
            assertThat(SinceTime.parse(form, SHOP)).isNotNull();
        }
    }
}
