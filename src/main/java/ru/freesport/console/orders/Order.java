package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order with all its parts and rows. The total is the sum of the parts', and a part's is the sum of its rows. */
public record Order(
        UUID id,
        String number,
        UUID customerId,
        Instant placedAt,
        String currency,
        BigDecimal goods,
        BigDecimal discount,
        OrderDelivery delivery,
        BigDecimal total,
        OrderStatus status,
        PaymentStatus paymentStatus,
        @Nullable String comment,
        List<OrderPart> parts) {

    /** Of the part that is farthest behind. */
    public ExportState exportState() {
        return ExportState.least(parts.stream().map(OrderPart::exportState).toList());
    }
}
