package ru.freesport.console.payments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Money;

/** A movement of money from one account of a payment to another; never changed, never taken back. */
public record LedgerEntry(
        long id,
        UUID paymentId,
        @Nullable UUID refundId,
        Movement movement,
        Account debit,
        Account credit,
        Money amount,
        Instant at,
        Source source) {

    /** Where the money of a payment can be. */
    public enum Account {
        CUSTOMER,
        HELD,
        SHOP,
        /** Asked back and not decided. */
        REFUNDING
    }

    public enum Movement {
        HOLD,
        CAPTURE,
        RELEASE,
        REFUND_RESERVED,
        REFUND_DONE,
        REFUND_FREED
    }
}
