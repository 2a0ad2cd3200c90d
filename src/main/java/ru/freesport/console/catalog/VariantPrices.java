package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prices that a packet gives for one variant. */
public record VariantPrices(String variantOnecId, String productOnecId, List<Price> prices) {

    /**
     * @param amount null when 1C says that the price is not set: nothing is changed then
     * @param currency ISO 4217; null leaves it to the price type
     */
    public record Price(
            String priceTypeOnecId,
            @Nullable BigDecimal amount,
            @Nullable String currency) {}
}
