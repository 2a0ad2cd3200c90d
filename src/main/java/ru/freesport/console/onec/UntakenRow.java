package ru.freesport.console.onec;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.catalog.Obstacle;
import ru.freesport.console.onec.commerceml.CommerceMlRecord;
import ru.freesport.console.onec.commerceml.Position;

/**
 * A row of a packet that could not be taken, with where to find it again.
 *
 * @param key names the row among those of its kind: the same row of a later packet has the same key
 * @param reason code of {@link Obstacle.Kind} or of the reader's row problems
 * @param waitingId 1C id of what would let it in
 * @param parentId of the group or property around it
 */
record UntakenRow(
        ImportKind kind,
        String key,
        UntakenState state,
        String reason,
        @Nullable String detail,
        @Nullable String waitingId,
        @Nullable String parentId,
        Position at) {

    UntakenRow(
            ImportKind kind,
            String key,
            UntakenState state,
            String reason,
            @Nullable String detail,
            @Nullable String waitingId,
            Position at) {
        this(kind, key, state, reason, detail, waitingId, null, at);
    }

    static UntakenRow blocked(ImportKind kind, String key, Obstacle obstacle, Position at) {
        UntakenState state = UntakenState.valueOf(obstacle.kind().state().name());
        return new UntakenRow(kind, key, state, obstacle.kind().name(), null, obstacle.id(), at);
    }

    static UntakenRow rejected(ImportKind kind, CommerceMlRecord.Malformed row, Position at) {
        String owner = row.id() != null ? row.id() : RowKey.line(at.line());
        return new UntakenRow(
                kind,
                RowKey.rejected(owner, row.reason()),
                UntakenState.REJECTED,
                row.reason().name(),
                row.detail(),
                null,
                row.parentId(),
                at);
    }
}
