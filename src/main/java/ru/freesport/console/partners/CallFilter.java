package ru.freesport.console.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of the journal of calls is wanted; null means any.
 *
 * @param text part of an operation, or a whole correlation id, idempotency key or number
 */
public record CallFilter(
        @Nullable String circuit,
        @Nullable CallResult result,
        @Nullable CallError error,
        @Nullable Instant from,
        @Nullable String text) {

    public static final CallFilter ALL = new CallFilter(null, null, null, null, null);
}
