package ru.freesport.console.orders;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How an order is to reach the customer; an empty one says nothing. */
public record OrderDelivery(
        @Nullable String carrier,
        @Nullable String kind,
        @Nullable String pointCode,
        @Nullable String address,
        BigDecimal cost) {

    public static final OrderDelivery NONE = new OrderDelivery(null, null, null, null, BigDecimal.ZERO);

    /** An address is personal. */
    @Override
    public String toString() {
        return "OrderDelivery[" + carrier + ", " + kind + ", " + cost + "]";
    }
}
