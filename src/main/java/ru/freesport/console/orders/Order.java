package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.PersonalData;

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

    public boolean isUnconfirmed(Instant now, Duration window) {
        return parts.stream().anyMatch(part -> part.isUnconfirmed(now, window));
    }

    /** As people see it until they ask for more. */
    Order withoutPersonalData() {
        return new Order(
                id,
                number,
                customerId,
                placedAt,
                currency,
                goods,
                discount,
                new OrderDelivery(
                        delivery.carrier(),
                        delivery.kind(),
                        delivery.pointCode(),
                        PersonalData.text(delivery.address()),
                        delivery.cost()),
                total,
                status,
                paymentStatus,
                PersonalData.text(comment),
                parts);
    }

    /** A comment may name people and never goes to logs. */
    @Override
    public String toString() {
        return "Order[" + number + "]";
    }
}
