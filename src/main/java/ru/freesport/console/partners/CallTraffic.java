package ru.freesport.console.partners;

import org.jspecify.annotations.Nullable;

/**
 * What went out and came in on one attempt, masked; bodies may be cut, the sizes are the real ones in bytes.
 *
 * @param requestHead the request line with its headers, or a command
 */
public record CallTraffic(
        @Nullable String requestHead,
        @Nullable String requestBody,
        long requestSize,
        @Nullable String responseHead,
        @Nullable String responseBody,
        long responseSize) {}
