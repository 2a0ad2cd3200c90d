package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.util.List;

/** The quantities that a packet gives for one variant. */
public record VariantStock(String variantOnecId, String productOnecId, List<Quantity> quantities) {

    /**
     * @param warehouseOnecId {@link #WHOLE_SHOP} when 1C does not split the stock by warehouses
     * @param quantity in the variant's unit, may be fractional
     */
    public record Quantity(String warehouseOnecId, BigDecimal quantity) {}

    /** Stands for the one warehouse of an export that names none. */
    public static final String WHOLE_SHOP = "-";
}
