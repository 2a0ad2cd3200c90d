package ru.freesport.console.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who sells what lies in a warehouse, and at which VAT.
 *
 * @param warehouseOnecId null while 1C has not told it: the warehouse is then known by its name
 * @param warehouseName exactly as 1C spells it, down to the spaces
 * @param organisation exactly as 1C spells it
 * @param fixedVat null leaves it to the product
 * @param position goods are taken from the first warehouse that has enough
 * @param version grows with every change; give it back with the next one
 */
public record OrderRoute(
        long id,
        @Nullable String warehouseOnecId,
        String warehouseName,
        String organisation,
        @Nullable VatRate fixedVat,
        int position,
        long version,
        String changedBy,
        Instant changedAt) {}
