package ru.freesport.console.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the last attempt through a circuit failed.
 *
 * @param callId the attempt in the journal
 * @param text what the other side said, masked
 */
public record LastFailure(
        long callId, CallError error, @Nullable String text, Instant at) {}
