package ru.freesport.console.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One cause that people are told of.
 *
 * @param seen how often
 * @param owner who sees to it
 * @param muted until when it is kept quiet; null when it is not
 * @param end null while it is open
 */
public record Alert(
        long id,
        AlertRule rule,
        String subject,
        long seen,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable String detail,
        String link,
        @Nullable Long call,
        @Nullable String owner,
        @Nullable Mute muted,
        @Nullable End end) {

    /** Kept quiet by a person; ends by itself. */
    public record Mute(Instant until, String by, String reason) {}

    /** How it ended: its cause was gone, or a person said so. */
    public record End(
            Instant at,
            boolean isGone,
            @Nullable String by,
            @Nullable String reason) {}

    public boolean isOpen() {
        return end == null;
    }

    /** Whether it calls for somebody now. */
    public boolean isLoud() {
        return isOpen() && muted == null;
    }
}
