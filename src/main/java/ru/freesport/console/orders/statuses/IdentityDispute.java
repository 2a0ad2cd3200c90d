package ru.freesport.console.orders.statuses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * A document of 1C whose number is one part's and whose id is another's.
 *
 * @param partById the number of the part that has the id; null: nobody has it, though it looks like one of ours
 * @param word what 1C said the last time
 * @param decision null while nobody has decided
 */
public record IdentityDispute(
        long id,
        String number,
        String onecKey,
        String orderByNumber,
        @Nullable String partById,
        @Nullable String orderById,
        @Nullable String word,
        @Nullable Long messageId,
        Instant firstAt,
        Instant lastAt,
        @Nullable Decision decision,
        @Nullable Instant decidedAt,
        @Nullable Actor decidedBy,
        @Nullable String reason) {

    public enum Decision {
        /** The document is about the part that has its number. */
        BY_NUMBER,
        /** The document is about the part that has its id. */
        BY_ID,
        /** The document is about none of our orders. */
        NEITHER
    }
}
