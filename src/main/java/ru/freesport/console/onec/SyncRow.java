package ru.freesport.console.onec;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.jobs.RunState;

/**
 * One entity of the exchange: how its last run ended and what happens to it now are two things.
 *
 * @param last null when nothing has ever come
 * @param now what the run that works at this moment has counted; null when none has touched it
 * @param freshAt when rows of it were last taken to the end
 * @param norm how old it may be; null means any age
 */
public record SyncRow(
        SyncEntity entity,
        @Nullable Result last,
        @Nullable KindCounts now,
        @Nullable Instant freshAt,
        @Nullable Duration norm,
        boolean late) {

    /** A finished run and what it counted of the entity. */
    public record Result(long runId, RunState state, Instant finishedAt, KindCounts counts) {}
}
