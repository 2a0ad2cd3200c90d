package ru.freesport.console.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * A run as it stood when it was read.
 *
 * @param summary the task's figures as JSON
 * @param progressTotal 0 while it is not known
 * @param elapsed working time so far or in all, on the database's clock
 * @param correlationId ties it to the click or call that wanted it and to the calls it makes; null of old runs
 */
public record RunView(
        long id,
        String task,
        RunState state,
        RunTrigger trigger,
        Actor actor,
        @Nullable String reason,
        int attempt,
        @Nullable Long previousRunId,
        Map<String, String> parameters,
        @Nullable String subject,
        boolean dryRun,
        boolean released,
        @Nullable String phase,
        long progressDone,
        long progressTotal,
        long rowsDone,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String node,
        @Nullable String errorType,
        @Nullable String errorMessage,
        @Nullable String summary,
        boolean cancelRequested,
        @Nullable String cancelledBy,
        @Nullable String cancelReason,
        Duration elapsed,
        @Nullable String correlationId) {

    private static final double GUESS_FROM = 0.05;

    /** Done share between 0 and 1; empty while the total is not known. */
    public Optional<Double> share() {
        return progressTotal <= 0
                ? Optional.empty()
                : Optional.of(Math.min(1.0, (double) progressDone / progressTotal));
    }

    public double rowsPerSecond() {
        return elapsed.isZero() ? 0 : rowsDone * 1000.0 / Math.max(1, elapsed.toMillis());
    }

    /** A guess, and only after enough was seen to guess from. */
    public Optional<Duration> timeLeft() {
        return share().filter(done -> state == RunState.RUNNING && done >= GUESS_FROM)
                .map(done -> Duration.ofMillis(Math.round(elapsed.toMillis() * (1 - done) / done)));
    }

    public boolean isActive() {
        return state == RunState.QUEUED || state == RunState.RUNNING;
    }
}
