package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variant as somebody who sells it needs it.
 *
 * @param name of the variant as 1C calls it
 * @param vatRate the product's, as 1C wrote it; null when 1C did not say
 * @param isActive false when it is switched off or marked for deletion
 */
public record SellableVariant(
        String onecId,
        String productOnecId,
        String name,
        @Nullable String article,
        @Nullable Unit unit,
        @Nullable String vatRate,
        boolean isActive,
        List<Listed> prices,
        List<InStock> stock) {

    /** A unit of the classifier of units, e.g. 796, шт, Штука, PCE. */
    public record Unit(
            String code,
            @Nullable String shortName,
            @Nullable String fullName,
            @Nullable String internationalCode) {}

    /** @param level the level the price type feeds, null when it feeds none */
    public record Listed(@Nullable PriceLevel level, String priceType, BigDecimal amount, String currency) {}

    /** @param warehouseOnecIds every 1C id that leads to the warehouse */
    public record InStock(List<String> warehouseOnecIds, String warehouse, BigDecimal quantity) {}
}
