package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * An order as a line of a list.
 *
 * @param position the order of the list; the next page begins below it
 * @param customer the name, as far as the person may know it
 * @param exportState of the part that is farthest behind
 * @param isRejected 1C rejected a part
 * @param isUnconfirmed 1C does not confirm a part
 */
public record ListedOrder(
        UUID id,
        long position,
        String number,
        Instant placedAt,
        UUID customerId,
        String customer,
        BigDecimal total,
        String currency,
        OrderStatus status,
        PaymentStatus paymentStatus,
        int parts,
        ExportState exportState,
        boolean isRejected,
        boolean isUnconfirmed) {

    ListedOrder of(String name) {
        return new ListedOrder(
                id,
                position,
                number,
                placedAt,
                customerId,
                name,
                total,
                currency,
                status,
                paymentStatus,
                parts,
                exportState,
                isRejected,
                isUnconfirmed);
    }
}
