package ru.freesport.console.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.Actor;

/**
 * Something that happened to an order.
 *
 * @param partNumber null when it concerns the whole order
 * @param way to 1C, where it went one
 * @param detail a reason, a batch, 1C's number, its word or its objection
 * @param status what the event brought it to
 * @param messageId the stored message in which 1C said so
 */
public record OrderEvent(
        Instant at,
        @Nullable String partNumber,
        Kind kind,
        Actor actor,
        @Nullable HandoverWay way,
        @Nullable String detail,
        @Nullable OrderStatus status,
        @Nullable Long messageId) {

    public enum Kind {
        PLACED,
        PREPARED,
        OFFERED_AGAIN,
        /** 1C has kept silent for longer than it may. */
        NOT_CONFIRMED,
        HANDED_OVER,
        CONFIRMED,
        NUMBER_DIFFERS,
        REJECTED,
        RELEASED,
        STATUS_CHANGED,
        /** 1C said something that would move it back, or after its end. */
        STATUS_HELD_BACK,
        STATUS_UNKNOWN,
        LINES_DIFFER,
        LINES_AGREE,
        PAID_IN_ONEC,
        PAYMENT_WITHDRAWN,
        SHIPPED_IN_ONEC,
        SHIPMENT_WITHDRAWN,
        DELETED_IN_ONEC,
        RESTORED_IN_ONEC,
        /** The number of a document is this part's and the id is another's, or the other way round. */
        IDENTITY_DISPUTED,
        IDENTITY_DECIDED,
        /** By the dates that 1C named for all its parts. */
        PAID,
        /** By a payment provider. */
        PAID_ONLINE,
        PARTLY_REFUNDED,
        REFUNDED,
        CANCELLED
    }
}
