package ru.freesport.console.onec.outgoing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file for 1C.
 *
 * @param message its bytes, as long as messages are kept
 * @param open how many of its rows 1C has not confirmed
 * @param acknowledgedAt when 1C said that it took the file
 */
public record OutgoingFile(
        long id,
        String name,
        @Nullable Long message,
        int rows,
        int open,
        State state,
        Instant createdAt,
        @Nullable Instant uploadedAt,
        @Nullable Instant acknowledgedAt,
        int tries,
        @Nullable String failure) {

    /** Where a file is. */
    public enum State {
        WAITING,
        UPLOADED,
        /** Its rows go another way, and it has still to be taken off the file server. */
        WITHDRAWING,
        /** None of its rows is owed any more. */
        SETTLED,
        /** Taken back from the file server. */
        WITHDRAWN
    }
}
