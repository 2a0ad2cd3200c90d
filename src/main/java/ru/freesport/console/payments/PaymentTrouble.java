package ru.freesport.console.payments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about money that people should look at.
 *
 * @param paymentId null when no payment of ours is meant
 * @param subject what to search by: our number or the provider's
 * @param detail for a person, without secrets
 */
public record PaymentTrouble(Kind kind, @Nullable UUID paymentId, String subject, String detail) {

    public enum Kind {
        /** The provider said a word we do not know; it was kept. */
        STATUS_UNKNOWN,
        /** The provider's object is not what we asked for: sum, currency, order. Nothing was taken from it. */
        DIFFERS,
        /** The provider says otherwise about what was decided. */
        CONTRADICTION,
        /** Two objects at the provider carry one number of ours. */
        DOUBLE,
        /** One order was paid by two payments. */
        PAID_TWICE,
        /** The provider has an object of our shop that nobody asked for here. */
        NOT_OURS,
        /** Nobody knows for long whether the provider did what it was asked. */
        UNKNOWN_LONG,
        HOLD_ENDS,
        RECEIPT_LATE,
        RECEIPT_OVERDUE,
        RECEIPT_FAILED,
        REFUND_FAILED,
        /** The provider says that it does not have what it gave us a number for. */
        VANISHED,
        /** A key was used for something else: a mistake of ours. */
        KEY_REUSED
    }
}
