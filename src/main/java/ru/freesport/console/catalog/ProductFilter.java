package ru.freesport.console.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Which products a list shows.
 *
 * @param text any identifier: 1C id of a product or a variant, article, barcode, or parts of the name; may be empty
 * @param active null shows both
 * @param withoutPrice only those that no variant of has a retail price
 * @param withoutStock only those that no active warehouse has
 * @param brandId one of {@link Products#brands()}
 * @param categoryOnecId one of {@link Products#categories()}; what lies below it counts too
 */
public record ProductFilter(
        String text,
        @Nullable Boolean active,
        boolean withoutPrice,
        boolean withoutStock,
        @Nullable Long brandId,
        @Nullable String categoryOnecId) {

    public static final ProductFilter ALL = new ProductFilter("", null, false, false, null, null);

    public ProductFilter {
        text = text.strip();
    }
}
