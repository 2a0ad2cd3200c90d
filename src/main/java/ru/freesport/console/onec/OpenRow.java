package ru.freesport.console.onec;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.Position;

/** A row that waits, with the stored bytes it stands in. */
record OpenRow(
        long id,
        long runId,
        ImportKind kind,
        String key,
        UntakenState state,
        String reason,
        @Nullable String waitingId,
        @Nullable String parentId,
        String sha256,
        String path,
        Position at) {}
