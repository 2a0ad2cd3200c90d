package ru.freesport.console.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are wanted.
 *
 * @param text part of a name, a whole id, or the beginning of a SHA-256
 */
public record MessageFilter(
        @Nullable String channel,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final MessageFilter ALL = new MessageFilter(null, null, null, null);
}
