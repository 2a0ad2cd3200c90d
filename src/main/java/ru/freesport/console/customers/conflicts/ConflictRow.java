package ru.freesport.console.customers.conflicts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.Severity;

/**
 * A conflict as the queue lists it.
 *
 * @param customerId null while nobody knows who it is
 * @param name whom it is about; masked for those who may not know
 * @param fields that collide; empty for a question of identity
 * @param pattern conflicts with the same one differ in the same fields and have the same suggestions: they can be
 *     decided together
 * @param dueAt when it is late by its norm
 * @param claimedBy null when nobody works on it, or too long ago
 * @param awaitsSecond a decision waits for a second person
 * @param proposedBy who may therefore not approve it
 * @param returned how often 1C brought back what was decided against ("пинг-понг")
 * @param holdUntil until then a decision can be taken back
 */
public record ConflictRow(
        long id,
        ConflictKind kind,
        ConflictState state,
        Severity severity,
        String onecId,
        @Nullable UUID customerId,
        String name,
        List<CustomerField> fields,
        String pattern,
        Instant openedAt,
        Instant dueAt,
        boolean isEscalated,
        int returned,
        @Nullable String claimedBy,
        @Nullable Instant claimedUntil,
        boolean awaitsSecond,
        @Nullable String proposedBy,
        @Nullable Instant holdUntil,
        @Nullable Instant sentAt,
        @Nullable Instant confirmedAt,
        Instant changedAt,
        long version) {

    public boolean isOverdue(Instant now) {
        return state.isWaiting() && dueAt.isBefore(now);
    }

    public boolean canBeUndone(Instant now) {
        return state == ConflictState.RESOLVED && holdUntil != null && holdUntil.isAfter(now);
    }

    /** Whether what was decided, if anything, can only be decided otherwise: 1C was told, or will be now. */
    public boolean canBeReversed(Instant now) {
        return kind == ConflictKind.FIELDS
                && (state.isUnderWay() || state == ConflictState.CONFIRMED)
                && !canBeUndone(now);
    }

    ConflictRow named(String shown) {
        return new ConflictRow(
                id,
                kind,
                state,
                severity,
                onecId,
                customerId,
                shown,
                fields,
                pattern,
                openedAt,
                dueAt,
                isEscalated,
                returned,
                claimedBy,
                claimedUntil,
                awaitsSecond,
                proposedBy,
                holdUntil,
                sentAt,
                confirmedAt,
                changedAt,
                version);
    }

    /** Personal data never goes to logs. */
    @Override
    public String toString() {
        return "ConflictRow[" + id + ", " + state + "]";
    }
}
