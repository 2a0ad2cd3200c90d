package ru.freesport.console.orders;

import org.jspecify.annotations.Nullable;

/**
 * Why an order cannot be placed.
 *
 * @param line which of the order's lines, from 0; null when it is not about one
 * @param value what was wrong, never personal
 */
public record OrderViolation(
        Rule rule, @Nullable Integer line, @Nullable String value) {

    public enum Rule {
        CUSTOMER_UNKNOWN("customerId"),
        NO_LINES("lines"),
        TOO_MANY_LINES("lines"),
        VARIANT_UNKNOWN("variantId"),
        VARIANT_NOT_SOLD("variantId"),
        QUANTITY_NOT_POSITIVE("quantity"),
        QUANTITY_TOO_FINE("quantity"),
        QUANTITY_TOO_LARGE("quantity"),
        PRICE_NEGATIVE("price"),
        PRICE_TOO_FINE("price"),
        PRICE_TOO_LARGE("price"),
        DELIVERY_COST_WRONG("delivery.cost"),
        DISCOUNT_WRONG("discount"),
        DISCOUNT_OVER_GOODS("discount"),
        TOO_MANY_PARTS("lines");

        private final String field;

        Rule(String field) {
            this.field = field;
        }

        /** As the storefront calls it; of a line when the violation names one. */
        public String field() {
            return field;
        }
    }
}
