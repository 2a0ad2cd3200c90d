package ru.freesport.console.orders.statuses;

import java.util.List;
import java.util.UUID;
import ru.freesport.console.orders.OrderStatus;
import ru.freesport.console.orders.PaymentStatus;

/** An order of which parts are spoken of, with all its parts, locked. */
record KnownOrder(UUID id, String number, OrderStatus status, PaymentStatus paymentStatus, List<KnownPart> parts) {

    OrderStatus statusNow() {
        return OrderStatusRule.status(parts.stream().map(KnownPart::status).toList());
    }

    /** 1C named a date of payment for each part that is not given up; what was paid back is the till's to say. */
    boolean isPaidNow() {
        List<KnownPart> owed = parts.stream()
                .filter(part -> part.status() != OrderStatus.CANCELLED && part.status() != OrderStatus.REFUNDED)
                .toList();
        return paymentStatus == PaymentStatus.UNPAID
                && !owed.isEmpty()
                && owed.stream().allMatch(part -> part.facts().paidOn() != null);
    }
}
