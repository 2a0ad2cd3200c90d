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
 */
record UntakenRow(
        ImportKind kind,
        String key,
        State state,
        String reason,
        @Nullable String detail,
        @Nullable String waitingId,
        Position at) {

    enum State {
        HELD,
        PARKED,
        REJECTED
    }

    static UntakenRow blocked(ImportKind kind, String key, Obstacle obstacle, Position at) {
        State state = State.valueOf(obstacle.kind().state().name());
        return new UntakenRow(kind, key, state, obstacle.kind().name(), null, obstacle.id(), at);
    }

    static UntakenRow rejected(ImportKind kind, CommerceMlRecord.Malformed row, Position at) {
        String owner = row.id() != null ? row.id() : "line " + at.line();
        return new UntakenRow(
                kind, owner + "|" + row.reason(), State.REJECTED, row.reason().name(), row.detail(), null, at);
    }
}
