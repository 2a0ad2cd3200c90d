package ru.freesport.console.onec.outgoing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.partners.CallError;

/**
 * One record on its way to 1C.
 *
 * @param key what 1C knows it by, never changes
 * @param number the shop's
 * @param batch the idempotency key of the call it went with last
 * @param fileId the file it was written to, when 1C could not be called
 * @param owedSince since when it is debt
 * @param failure why it is not through, for a person
 */
public record OutgoingRecord(
        String key,
        String number,
        OutgoingState state,
        @Nullable String batch,
        @Nullable Long fileId,
        int tries,
        Instant changedAt,
        @Nullable Instant owedSince,
        @Nullable String onecNumber,
        @Nullable CallError error,
        @Nullable String failure,
        @Nullable Long callId) {}
