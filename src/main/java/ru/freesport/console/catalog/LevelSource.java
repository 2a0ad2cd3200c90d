package ru.freesport.console.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which 1C price type feeds a price level, and who said so.
 *
 * @param priceTypeName null while no price list names the type
 * @param version grows with every decision; give it back with the next one
 */
public record LevelSource(
        PriceLevel level,
        @Nullable String priceTypeOnecId,
        @Nullable String priceTypeName,
        String changedBy,
        Instant changedAt,
        long version) {}
