package ru.freesport.console.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the provider and we say differently.
 *
 * @param here what we say; null when we have nothing
 * @param there what the provider says; null when it has nothing
 */
public record Difference(
        long id,
        LocalDate day,
        Subject subject,
        Kind kind,
        String providerId,
        @Nullable UUID paymentId,
        @Nullable UUID refundId,
        @Nullable String here,
        @Nullable String there,
        State state,
        Instant foundAt,
        Instant seenAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String remark) {

    public enum Subject {
        PAYMENT,
        REFUND
    }

    public enum Kind {
        MISSING_HERE,
        MISSING_THERE,
        AMOUNT,
        STATE
    }

    public enum State {
        /** Waits for somebody. */
        OPEN,
        /** It went away by itself, or by what somebody did. */
        SETTLED,
        /** Somebody looked and lets it be. */
        ACCEPTED
    }
}
