package ru.freesport.console.alerts;

import org.jspecify.annotations.Nullable;

/**
 * Which alerts are wanted; null means any.
 *
 * @param text part of the subject or of what was said last, or a number
 */
public record AlertFilter(
        Show show,
        @Nullable AlertRule rule,
        @Nullable String owner,
        @Nullable String text) {

    public enum Show {
        OPEN,
        LOUD,
        MUTED,
        RESOLVED,
        ALL
    }

    public static final AlertFilter OPEN = new AlertFilter(Show.OPEN, null, null, null);
}
