package ru.freesport.console.jobs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0/30 * * * * ?        | каждые 30 секунд
            0 * * * * ?           | каждую минуту
            0 0/15 * * * ?        | каждые 15 минут
            0 */2 * * * ?         | каждые 2 минуты
            20 5/15 * * * ?       | каждые 15 минут
            0 5 * * * ?           | каждый час в 05 мин
            0 0 0/3 * * ?         | каждые 3 часа в 00 мин
            0 30 3 * * ?          | каждый день в 03:30
            0 0 9 ? * MON-FRI     | по будням в 09:00
            0 0 3 1 * ?           | 0 0 3 1 * ?
            0 0 3 ? * MON#2       | 0 0 3 ? * MON#2
            """)
    void usualSchedulesAreSaidInWords(String cron, String words) {
        assertThat(CronWords.of(cron)).isEqualTo(words);
    }
}
