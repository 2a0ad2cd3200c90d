package ru.freesport.console.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a task runs by itself, how its last run ended and what it does now: the last two are different things.
 *
 * @param titleKey translation key of the task's name
 * @param standardCron what the code says, for going back to it
 * @param lastFiredAt when the clock last started it, on the database's clock
 */
public record Schedule(
        String task,
        String titleKey,
        String cron,
        String standardCron,
        boolean paused,
        @Nullable String pausedReason,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        @Nullable Instant nextFire,
        @Nullable Instant lastFiredAt,
        Optional<RunView> lastResult,
        List<RunView> now) {}
