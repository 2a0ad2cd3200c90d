package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A product as a packet describes it; null means that the packet does not tell, and leaves what is known.
 *
 * @param brandRef 1C id of a brand, or its name
 * @param vatRate percent as text ("20"), or "NO_VAT"
 * @param weight kilograms
 * @param width centimetres, as length and height
 * @param properties 1C id of a property to a value's id, a number or a text
 */
public record ProductRow(
        String onecId,
        boolean deleted,
        @Nullable String name,
        @Nullable String article,
        @Nullable String barcode,
        @Nullable String unitCode,
        @Nullable String description,
        @Nullable String country,
        @Nullable String manufacturer,
        @Nullable String brandRef,
        @Nullable String vatRate,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal width,
        @Nullable BigDecimal length,
        @Nullable BigDecimal height,
        List<String> categoryIds,
        SortedMap<String, String> properties,
        SortedMap<String, String> requisites,
        List<String> pictures) {}
