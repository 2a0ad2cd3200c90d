package ru.freesport.console.partners;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of an outside system.
 *
 * @param circuit the name of the circuit that guards it
 * @param operation for people and figures, {@code POST /orders}
 * @param idempotencyKey the same for every repeat; stored by the caller before the call
 * @param reads a repeat does no harm, whether or not there is a key
 */
public record PartnerCall(
        String circuit, String operation, @Nullable String idempotencyKey, boolean reads) {

    public static PartnerCall reading(String circuit, String operation) {
        return new PartnerCall(circuit, operation, null, true);
    }

    public static PartnerCall writing(String circuit, String operation, String idempotencyKey) {
        return new PartnerCall(circuit, operation, idempotencyKey, false);
    }

    boolean isRepeatable() {
        return reads || idempotencyKey != null;
    }
}
