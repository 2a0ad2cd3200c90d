package ru.freesport.console.payments.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YooKassaSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "http://api.yookassa.ru/v3,  live_key, true,  HTTPS only",
        "http://localhost.evil.ru,   live_key, true,  HTTPS only",
        "https://api.yookassa.ru/v3, test_key, true,  A test shop",
        "https://api.yookassa.ru/v3, '',       true,  secret key"
    })
    void whatWouldBeUnsafeDoesNotStart(String url, String key, boolean live, String why) {
        assertThatThrownBy(() -> settings(url, key, live))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.yookassa.ru/v3,     live_key, true",
        "https://api.yookassa.ru/v3,     test_key, false",
        "http://localhost:8081/yookassa, test_key, false",
        "'',                             '',       true"
    })
    void whatIsSafeDoes(String url, String key, boolean live) {
        assertThat(settings(url, key, live).isSet()).isEqualTo(!url.isEmpty());
    }

    @Test
    void theSecretKeyIsNotPrinted() {
        assertThat(settings("https://api.yookassa.ru/v3", "live_key", true).toString())
                .doesNotContain("live_key");
    }

    private static YooKassaSettings settings(String url, String key, boolean live) {
        return new YooKassaSettings(url, "100500", key, live, List.of("secret"), List.of());
    }
}
