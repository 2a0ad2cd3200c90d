package ru.freesport.console.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the journal are wanted; null means any.
 *
 * @param isFailed only calls that did not succeed
 * @param text part of an operation or of a file's name; a whole correlation id, idempotency key or number; the beginning of a
 *     SHA-256
 */
public record JournalFilter(
        JournalLine.@Nullable Kind kind,
        Message.@Nullable Direction direction,
        @Nullable String channel,
        @Nullable CallResult result,
        @Nullable CallError error,
        boolean isFailed,
        @Nullable Instant from,
        @Nullable String text) {

    public static final JournalFilter ALL = new JournalFilter(null, null, null, null, null, false, null, null);

    public JournalFilter withText(String words) {
        return new JournalFilter(kind, direction, channel, result, error, isFailed, from, words);
    }

    public JournalFilter through(String wantedChannel) {
        return new JournalFilter(kind, direction, wantedChannel, result, error, isFailed, from, text);
    }

    boolean wantsCalls() {
        return kind != JournalLine.Kind.FILE;
    }

    boolean wantsFiles() {
        return kind != JournalLine.Kind.CALL && result == null && error == null && !isFailed;
    }
}
