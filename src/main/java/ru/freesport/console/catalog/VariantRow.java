package ru.freesport.console.catalog;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A variant of a product as a packet describes it; null means that the packet does not tell.
 *
 * @param onecId the product's id, or {@code product#characteristic}
 * @param properties by 1C id of the property, or by its name where 1C gives values for display only
 */
public record VariantRow(
        String onecId,
        String productOnecId,
        @Nullable String characteristicId,
        boolean deleted,
        @Nullable String name,
        @Nullable String article,
        @Nullable String barcode,
        @Nullable String unitCode,
        SortedMap<String, String> properties) {}
