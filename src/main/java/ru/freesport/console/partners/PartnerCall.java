package ru.freesport.console.partners;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of an outside system.
 *
 * @param circuit the name of the circuit that guards it
 * @param operation for people and figures, {@code POST /orders}
 * @param idempotencyKey the same for every repeat; stored by the caller before the call
 * @param reads a repeat does no harm, whether or not there is a key
 * @param replayOf the call in the journal that a person wants made again by this one
 */
public record PartnerCall(
        String circuit,
        String operation,
        @Nullable String idempotencyKey,
        boolean reads,
        @Nullable Long replayOf) {

    public static PartnerCall reading(String circuit, String operation) {
        return new PartnerCall(circuit, operation, null, true, null);
    }

    public static PartnerCall writing(String circuit, String operation, String idempotencyKey) {
        return new PartnerCall(circuit, operation, idempotencyKey, false, null);
    }

    /** A single shot that says nothing of the other side's health: it neither counts for the circuit nor clears its count. */
    public PartnerCall replaying(@Nullable Long call) {
        return new PartnerCall(circuit, operation, idempotencyKey, reads, call);
    }

    boolean isReplay() {
        return replayOf != null;
    }

    boolean isRepeatable() {
        return !isReplay() && (reads || idempotencyKey != null);
    }
}
