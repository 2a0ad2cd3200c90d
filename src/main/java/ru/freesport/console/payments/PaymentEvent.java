package ru.freesport.console.payments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * Something that happened to a payment, its refunds or receipts.
 *
 * @param detail a state, a reason, the provider's words
 */
public record PaymentEvent(
        long id,
        UUID paymentId,
        @Nullable UUID refundId,
        @Nullable UUID receiptId,
        Instant at,
        Kind kind,
        Actor actor,
        @Nullable String detail) {

    public enum Kind {
        BEGUN,
        STATE,
        CAPTURE_ASKED,
        CANCEL_ASKED,
        ANSWER_LOST,
        NOT_SENT,
        REFUSED,
        DIFFERS,
        STATUS_UNKNOWN,
        REFUND_ASKED,
        REFUND_APPROVED,
        REFUND_DENIED,
        REFUND_STATE,
        RECEIPT_ASKED,
        RECEIPT_STATE
    }
}
