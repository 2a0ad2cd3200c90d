package ru.freesport.console.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as the storefront wants it placed; prices include VAT.
 *
 * @param discount off the goods of the whole order
 */
public record NewOrder(
        UUID customerId,
        List<Line> lines,
        OrderDelivery delivery,
        BigDecimal discount,
        @Nullable String comment) {

    public record Line(String variantOnecId, BigDecimal quantity, BigDecimal price) {}
}
