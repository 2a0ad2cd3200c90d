package ru.freesport.console.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:10:00Z");

    @Test
    void timesAreThoseOfTheShop() {
        assertThat(plan("0 0 3 * * ?"))
                .isEqualTo(new CronPlan.Times(
                        "0 0 3 * * ?",
                        java.util.List.of(
                                Instant.parse("2026-11-24T00:00:00Z"), Instant.parse("2026-11-25T00:00:00Z"))));
    }

    @Test
    void superfluousBlanksAreForgiven() {
        assertThat(plan("  0  0/15 * * *   ? "))
                .isInstanceOfSatisfying(
                        CronPlan.Times.class, times -> assertThat(times.cron()).isEqualTo("0 0/15 * * * ?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "every day", "0 0 3 * *", "0 61 * * * ?", "0 0 3 * * * *", "0 0 25 * * ?", "*/5"})
    void nonsenseIsRefused(String typed) {
        assertThat(plan(typed)).isEqualTo(new CronPlan.Wrong(ScheduleChange.Why.CRON_MALFORMED));
    }

    @Test
    void whatNeverComesIsRefused() {
        assertThat(plan("0 0 3 1 1 ? 2020")).isEqualTo(new CronPlan.Wrong(ScheduleChange.Why.CRON_NEVER_FIRES));
    }

    @Test
    void everySecondIsTooOften() {
        assertThat(plan("* * * * * ?")).isEqualTo(new CronPlan.Wrong(ScheduleChange.Why.CRON_TOO_OFTEN));
    }

    private static CronPlan plan(String typed) {
        return CronPlan.of(typed, ZoneId.of("Europe/Moscow"), NOW, 2, Duration.ofSeconds(10));
    }
}
