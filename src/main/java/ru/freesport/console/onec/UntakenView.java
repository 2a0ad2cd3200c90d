package ru.freesport.console.onec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not taken, for the screens.
 *
 * @param key names the row among those of its kind
 * @param reason code of the reason
 * @param detail the offending text
 * @param waitingId 1C id of what would let it in
 * @param messageId the stored message it came in
 * @param line of its file, from 1; 0 when the whole file is meant
 * @param resolution null while it waits, else TAKEN, SUPERSEDED or DRY_RUN
 * @param resolvedBy the run that took or closed it
 */
public record UntakenView(
        long id,
        long runId,
        ImportKind kind,
        String key,
        UntakenState state,
        String reason,
        @Nullable String detail,
        @Nullable String waitingId,
        @Nullable Long messageId,
        String path,
        long line,
        Instant createdAt,
        @Nullable Resolution resolution,
        @Nullable Long resolvedBy) {

    /** What became of it. */
    public enum Resolution {
        TAKEN,
        /** A newer packet brought the same row. */
        SUPERSEDED,
        /** It was only tried. */
        DRY_RUN
    }

    /** What 1C calls the row: the key without the reason; empty when 1C gave it no id. */
    public String id1c() {
        if (state != UntakenState.REJECTED) {
            return key;
        }
        return RowKey.isOfNobody(key) ? "" : RowKey.owner(key);
    }

    public boolean isOpen() {
        return resolution == null;
    }
}
