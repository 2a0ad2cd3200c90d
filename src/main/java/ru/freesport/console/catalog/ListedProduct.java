package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product as a line of a list.
 *
 * @param picture SHA-256 of the first picture that is here
 * @param retailFrom lowest retail price among the variants, null when none has one
 * @param retailTo highest
 * @param stock of all variants in all active warehouses, null when nothing is known
 */
public record ListedProduct(
        long id,
        String onecId,
        String name,
        @Nullable String article,
        @Nullable String brand,
        boolean active,
        boolean deleted,
        @Nullable String picture,
        int variants,
        @Nullable BigDecimal retailFrom,
        @Nullable BigDecimal retailTo,
        @Nullable String currency,
        @Nullable BigDecimal stock,
        Instant changedAt,
        long runId) {}
