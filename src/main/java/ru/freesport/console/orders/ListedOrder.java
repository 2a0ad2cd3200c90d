package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as a line of a list.
 *
 * @param position the order of the list; the next page begins below it
 * @param customer the name, as far as the person may know it
 * @param exportState of the part that is farthest behind
 * @param isRejected 1C rejected a part
 * @param unconfirmed how 1C does not confirm a part; null when that is not so
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
        @Nullable Unconfirmed unconfirmed) {

    /**
     * @param offers how often it was offered
     * @param since the first time
     */
    public record Unconfirmed(int offers, Instant since) {}

    public boolean isUnconfirmed() {
        return unconfirmed != null;
    }

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
                unconfirmed);
    }
}
